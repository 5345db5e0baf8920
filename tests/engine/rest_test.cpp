// Under the benchmark baseline, without events, choices and noise, the world is at rest (the model
// page, section 8).

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr std::int64_t ten_years = 522;  // weeks

/// Friends' pull on positions is not benchmarked: where friends disagree, it moves them.
Dynamics flow_without_pull_on_positions() {
  Dynamics dynamics = scenes::flow_alone();
  dynamics.positions.influence = 0.0;
  return dynamics;
}

/// The largest change of anything that flows, at any time of a run.
double largest_change(const std::shared_ptr<const Model>& model) {
  Simulation run(model, Draws(1, 0));
  double change = 0.0;
  while (!run.finished()) {
    run.tick();
    change = std::max(change, scenes::flow_apart(run.world(), model->start));
  }
  return change;
}

/// Two camps whose inner alignment is the least stable: 2βa(1 − a²) is largest at a = 1/√3.
World two_camps(Index n) {
  World world = scenes::random_world(n, 5);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j)
      if (i != j) world.set_alignment(i, j, (i % 2 == j % 2 ? 1.0 : -1.0) / std::sqrt(3.0));
  return world;
}

class Rest : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(Sizes, Rest, ::testing::Values(1, 2, 3, 12, 40));

TEST_P(Rest, NothingMovesInTenYears) {
  const World world = scenes::random_world(GetParam(), 7);
  const auto model = scenes::model(world, flow_without_pull_on_positions(), ten_years);
  EXPECT_LT(largest_change(model), 1e-12);
}

TEST_P(Rest, NothingMovesWhereTwoCampsStandAtTheEdgeOfStability) {
  const auto model = scenes::model(two_camps(GetParam()), flow_without_pull_on_positions(), 522);
  EXPECT_LT(largest_change(model), 1e-12);
}

TEST_P(Rest, NothingMovesWhereAllAgree) {
  World world = scenes::random_world(GetParam(), 7);
  world.position.col(0).setConstant(0.4);
  world.position.col(1).setConstant(-0.9);
  EXPECT_LT(largest_change(scenes::model(world, scenes::flow_alone(), ten_years)), 1e-12);
}

TEST(Rest, HoldsUnderTheIdentityLinkAndWithUniformWeights) {
  Dynamics dynamics = flow_without_pull_on_positions();
  dynamics.alignment.link = Link::identity;
  std::get<Balance>(dynamics.alignment.mechanisms).weighting = Weighting::uniform;
  World world = scenes::random_world(8, 3);
  world.affinity = world.alignment;
  EXPECT_LT(largest_change(scenes::model(world, dynamics, ten_years)), 1e-12);
}

TEST(Rest, IsLeftWhereFriendsDisagree) {
  const auto model = scenes::model(scenes::random_world(12, 7), scenes::flow_alone(), ten_years);
  EXPECT_GT(largest_change(model), 0.01);
}

TEST(Rest, IsLeftUnderTheInitialBaseline) {
  Dynamics dynamics = flow_without_pull_on_positions();
  dynamics.alignment.baseline = Baseline::initial;
  EXPECT_GT(largest_change(scenes::model(scenes::random_world(12, 7), dynamics, 52)), 0.01);
}

TEST(Rest, IsLeftForABaselineOfItsOwnByThatDyadFirst) {
  const World world = scenes::random_world(6, 7);
  const auto model =
      scenes::model(world, flow_without_pull_on_positions(), 1, 7, {}, {{0, 1, 0.5}});
  Matrix moved = scenes::outcome(model).affinity - world.affinity;
  const double expected = 0.6 * (std::atanh(0.5) - world.affinity(0, 1)) * 7 / 365.25;
  EXPECT_NEAR(moved(0, 1), expected, 1e-12);
  moved(0, 1) = 0.0;
  EXPECT_LT(moved.cwiseAbs().maxCoeff(), 1e-12);
}

double share_of(double most) { return *rc::gen::inRange(0, 1001) / 1000.0 * most; }

RC_GTEST_PROP(RestProperty, HoldsWhateverTheWorldAndTheRates, (std::uint64_t seed)) {
  const Index n = *rc::gen::inRange(1, 13);
  Dynamics dynamics = flow_without_pull_on_positions();
  for_each(dynamics.alignment.mechanisms,
           [](auto& mechanism) { mechanism.rate = share_of(mechanism.rate); });
  std::get<Inertia>(dynamics.alignment.mechanisms).rate = 0.6 + share_of(2.0);
  dynamics.dependence.alignment = share_of(2.0);
  dynamics.dependence.diversification = share_of(3.0);
  const auto model = scenes::model(scenes::random_world(n, seed), dynamics, ten_years);
  RC_ASSERT(largest_change(model) < 1e-12);
}

}  // namespace
}  // namespace entente

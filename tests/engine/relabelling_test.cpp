// Relabelling the actors permutes the result of the deterministic flow, up to rounding (the model
// page, section 8).

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

Dynamics moving() {
  Dynamics dynamics = scenes::flow_alone();
  dynamics.alignment.baseline = Baseline::initial;
  return dynamics;
}

/// How far the outcome for renumbered actors is from the renumbered outcome, after two years.
double discrepancy(const World& world, const Dynamics& dynamics, const std::vector<Index>& order) {
  const auto outcome = [&](const World& start) {
    return scenes::outcome(scenes::model(start, dynamics, 104));
  };
  return scenes::flow_apart(outcome(scenes::relabelled(world, order)),
                            scenes::relabelled(outcome(world), order));
}

class Relabelling : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(Sizes, Relabelling, ::testing::Values(2, 7, 9, 30));

TEST_P(Relabelling, PermutesTheFlow) {
  const World world = scenes::random_world(GetParam(), 11);
  const auto order = scenes::random_order(GetParam(), 12);
  EXPECT_LT(discrepancy(world, moving(), order), 1e-12);
}

TEST_P(Relabelling, PermutesTheFlowWithUniformWeightsAndTheIdentityLink) {
  Dynamics dynamics = moving();
  dynamics.alignment.link = Link::identity;
  std::get<Balance>(dynamics.alignment.mechanisms).weighting = Weighting::uniform;
  World world = scenes::random_world(GetParam(), 11);
  world.affinity = world.alignment;
  EXPECT_LT(discrepancy(world, dynamics, scenes::random_order(GetParam(), 12)), 1e-11);
}

TEST_P(Relabelling, PermutesTheBenchmark) {
  const World world = scenes::random_world(GetParam(), 13);
  const auto order = scenes::random_order(GetParam(), 14);
  const auto before = scenes::model(world, Dynamics{}, 1)->start.benchmark;
  const auto after =
      scenes::model(scenes::relabelled(world, order), Dynamics{}, 1)->start.benchmark;
  for (const auto layer :
       {&Benchmark::affinity, &Benchmark::gravity, &Benchmark::sanctions, &Benchmark::support})
    EXPECT_LT(scenes::apart<Matrix>(*after.*layer, scenes::relabelled(*before.*layer, order)),
              1e-12);
}

TEST(Relabelling, IsNoticedWhereOneActorAloneIsMoved) {
  const World world = scenes::random_world(5, 11);
  World moved = scenes::relabelled(world, {1, 0, 2, 3, 4});
  moved.capability = world.capability;
  moved.share = world.share;
  const auto outcome = [&](const World& start) {
    return scenes::outcome(scenes::model(start, moving(), 104));
  };
  EXPECT_GT(scenes::flow_apart(outcome(moved), scenes::relabelled(outcome(world), {1, 0, 2, 3, 4})),
            1e-3);
}

RC_GTEST_PROP(RelabellingProperty, PermutesTheFlow, (std::uint64_t seed)) {
  const Index n = *rc::gen::inRange(1, 12);
  const auto order = scenes::random_order(n, seed + 1);
  RC_ASSERT(discrepancy(scenes::random_world(n, seed), moving(), order) < 1e-12);
}

}  // namespace
}  // namespace entente

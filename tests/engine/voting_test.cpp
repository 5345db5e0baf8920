// What voting rules do to whole runs.

#include <gtest/gtest.h>

#include <map>

#include "tests/scenes/scenes.h"
#include "tests/scenes/statistics.h"

namespace entente {
namespace {

constexpr Index target = 4;

/// Four states that sanctions on a fifth would suit, but for one that is its friend.
std::shared_ptr<const Model> model(BlocDecision decision, double of_the_friend) {
  Dynamics dynamics = scenes::still();
  dynamics.choice.sanctions.rules = {
      .rate = 6.0, .levels = 1, .change = 1.0, .saturation = 0.0, .benchmark = Calibration::none};
  std::get<sanctions::Outdegree>(dynamics.choice.sanctions.effects).weight = 0.0;
  std::get<sanctions::Hostility>(dynamics.choice.sanctions.effects).weight = 8.0;
  World world(scenes::roster(5, 1), 1, 4);
  world.bloc_rules = std::make_shared<const std::vector<BlocRule>>(std::vector{BlocRule{decision}});
  for (Index i = 0; i < 4; ++i) {
    world.membership(0, i) = 1.0;
    world.set_alignment(i, target, i == 3 ? of_the_friend : -0.6);
  }
  world.refresh_ties();
  return scenes::model(std::move(world), dynamics, 26);
}

/// The share of runs that end with the bloc's sanctions on the target.
double share_sanctioned(BlocDecision decision, double of_the_friend) {
  constexpr std::uint64_t runs = 400;
  const auto shared = model(decision, of_the_friend);
  int sanctioned = 0;
  for (std::uint64_t replicate = 0; replicate < runs; ++replicate)
    sanctioned += scenes::outcome(shared, 5, replicate).sanctions()(0, target) > 0;
  return sanctioned / static_cast<double>(runs);
}

TEST(Voting, UnderUnanimityOneFriendStopsWhatAQualifiedMajorityPasses) {
  EXPECT_GT(share_sanctioned(BlocDecision::unanimity, -0.6), 0.5) << "all agree";
  EXPECT_GT(share_sanctioned(BlocDecision::qualified_majority, 0.9), 0.5);
  EXPECT_LT(share_sanctioned(BlocDecision::unanimity, 0.9), 0.05);
}

/// Two actors and a bloc, of which the first is the only member, or none.
std::shared_ptr<const Model> pair(BlocDecision decision) {
  Dynamics dynamics = scenes::still();
  dynamics.choice.sanctions.rules = {
      .rate = 6.0, .levels = 4, .change = 0.5, .saturation = 1.0, .benchmark = Calibration::none};
  std::get<sanctions::Outdegree>(dynamics.choice.sanctions.effects).weight = -1.0;
  World world(scenes::roster(3, 1), 4, 4);
  world.bloc_rules = std::make_shared<const std::vector<BlocRule>>(std::vector{BlocRule{decision}});
  world.membership(0, 0) = 1.0;
  world.set_alignment(0, 1, -0.4);
  world.set_alignment(0, 2, -0.1);
  world.refresh_ties();
  return scenes::model(std::move(world), dynamics, 104);
}

/// How many runs end in each pair of the first actor's levels.
std::vector<double> final_levels(BlocDecision decision, std::uint64_t seed) {
  std::vector<double> counts(25, 0.0);
  const auto shared = pair(decision);
  for (std::uint64_t replicate = 0; replicate < 4'000; ++replicate) {
    const World world = scenes::outcome(shared, seed, replicate);
    ++counts[static_cast<std::size_t>(5 * world.sanctions()(0, 1) + world.sanctions()(0, 2))];
  }
  return counts;
}

TEST(Voting, ABlocOfOneEqualsItsMemberInDistribution) {
  const auto alone = final_levels(BlocDecision::none, 21);
  for (const auto decision : {BlocDecision::unanimity, BlocDecision::qualified_majority}) {
    const auto bloc = final_levels(decision, 22);
    double statistic = 0.0;  // χ² of two samples of one size
    int cells = -1;
    for (std::size_t c = 0; c < alone.size(); ++c) {
      if (alone[c] + bloc[c] < 20) continue;
      statistic += (alone[c] - bloc[c]) * (alone[c] - bloc[c]) / (alone[c] + bloc[c]);
      ++cells;
    }
    ASSERT_GT(cells, 3);
    EXPECT_LT(statistic, cells + 4.0 * std::sqrt(2.0 * cells));
  }
}

TEST(Voting, ADividedBlocDiffersFromItsMembers) {
  // The same test is able to fail: with a second, reluctant member the distribution is another one.
  auto model = std::make_shared<Model>(*pair(BlocDecision::unanimity));
  model->start.set_alignment(2, 1, 0.5);
  model->start.set_membership(0, 2, 1.0);
  const auto alone = final_levels(BlocDecision::none, 21);
  double stayed = 0.0, all = 0.0;
  for (std::uint64_t replicate = 0; replicate < 1'000; ++replicate, ++all)
    stayed += scenes::outcome(model, 22, replicate).sanctions()(0, 1) == 0;
  double stayed_alone = 0.0;
  for (std::size_t c = 0; c < 5; ++c) stayed_alone += alone[c] / 4'000;
  EXPECT_GT(stayed / all, stayed_alone + 0.2);
}

}  // namespace
}  // namespace entente

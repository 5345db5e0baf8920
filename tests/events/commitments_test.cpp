// Commitments in a world of their own: called in, honoured or not, expired.

#include "sim/events/commitments.h"

#include <gtest/gtest.h>

#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr Index issuer = 0, other = 1;

/// Two threats by the issuer of full sanctions on the other, and one by the other.
World world_of_threats() {
  World world(scenes::roster(3), 4, 4);
  scenes::pledge(world, {.by = issuer, .target = other, .level = 4, .last_tick = 10, .stream = 1});
  scenes::pledge(world, {.by = issuer, .target = 2, .level = 2, .last_tick = 10, .stream = 2});
  scenes::pledge(world, {.by = other, .target = 2, .level = 2, .last_tick = 10, .stream = 3});
  return world;
}

struct Tested {
  std::vector<Decision> decisions;
  std::vector<CommitmentEnd> ended;
};

Tested test(World& world, const std::vector<bool>& holds, double audience_cost = 0.25) {
  Tested result;
  test_commitments(holds, world, {.audience_cost = audience_cost}, Draws(1, 0), result.decisions,
                   result.ended);
  return result;
}

TEST(Commitments, FullyCredibleAreHonouredAtOnce) {
  World world = world_of_threats();
  const auto [decisions, ended] = test(world, {true, false, false});
  EXPECT_EQ(world.sanctions()(issuer, other), 4);
  EXPECT_EQ(world.commitments[0].outcome, Outcome::honoured);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].occasion, Occasion::commitment);
  EXPECT_EQ(decisions[0].by, 0);
  EXPECT_EQ(decisions[0].to, 4);
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].outcome, Outcome::honoured);
  EXPECT_EQ(world.commitments[1].outcome, Outcome::standing);
}

TEST(Commitments, BluffsThatAreCalledCostTheIssuersCredibilityAndNobodyElses) {
  World world = world_of_threats();
  world.commitments[0].credibility = 0.0;
  world.commitments[1].credibility = 0.8;
  const auto [decisions, ended] = test(world, {true, false, false}, 0.25);
  EXPECT_EQ(world.commitments[0].outcome, Outcome::reneged);
  EXPECT_EQ(world.sanctions()(issuer, other), 0);
  EXPECT_TRUE(decisions.empty());
  EXPECT_DOUBLE_EQ(world.commitments[1].credibility, 0.8 * 0.75);
  EXPECT_DOUBLE_EQ(world.commitments[2].credibility, 1.0);
}

TEST(Commitments, AreCalledInOnlyWhenTheConditionComesTrue) {
  World world = world_of_threats();
  world.commitments[0].held = true;  // as if it had held before
  test(world, {true, false, false});
  EXPECT_EQ(world.commitments[0].outcome, Outcome::standing);
  test(world, {false, false, false});
  test(world, {true, false, false});
  EXPECT_EQ(world.commitments[0].outcome, Outcome::honoured);
}

TEST(Commitments, SustainTheResponseWhileTheConditionHolds) {
  World world = world_of_threats();
  test(world, {true, false, false});
  EXPECT_EQ(world.commitments[0].sustains(), 1.0);
  test(world, {false, false, false});
  EXPECT_EQ(world.commitments[0].sustains(), 0.0);
  test(world, {true, false, false});
  EXPECT_EQ(world.commitments[0].sustains(), 1.0);
}

TEST(Commitments, ThatLowerALevelSustainItThere) {
  World world = world_of_threats();
  world.set_level(ChoiceLayer::sanctions, issuer, 2, 4);
  test(world, {false, true, false});
  EXPECT_EQ(world.sanctions()(issuer, 2), 2);
  EXPECT_EQ(world.commitments[1].sustains(), -1.0);
}

TEST(Commitments, ExpireAfterTheirLastTick) {
  World world = world_of_threats();
  world.tick = 10;
  EXPECT_TRUE(test(world, {false, false, false}).ended.empty());
  world.tick = 11;
  const auto ended = test(world, {true, false, false}).ended;
  ASSERT_EQ(ended.size(), 3U);
  for (const auto& end : ended) EXPECT_EQ(end.outcome, Outcome::expired);
  EXPECT_EQ(world.sanctions()(issuer, other), 0);
}

TEST(Commitments, OfAnIssuerWithResolveAreAsCredibleAsTheGameHasThem) {
  const CommitmentDynamics dynamics;
  EXPECT_DOUBLE_EQ(dynamics.credibility_of(0.0), 1.0 / (1.0 + std::exp(-1.0)));  // 4 · 0.25
  EXPECT_DOUBLE_EQ(dynamics.credibility_of(-1.0), 0.5);
  const auto odds = [](double p) { return std::log(p / (1.0 - p)); };
  for (const double resolve : {-3.0, 0.0, 2.0})
    for (const double cost : {0.0, 0.4, 1.0})
      for (const double tying : {0.0, 1.5}) {
        const CommitmentDynamics varied{.audience_cost = cost, .hand_tying = tying};
        EXPECT_NEAR(odds(varied.credibility_of(resolve)), resolve + tying * cost, 1e-12);
      }
}

TEST(Commitments, OfAnIssuerWithResolveAreProbabilitiesHoweverGreatItIs) {
  EXPECT_EQ(CommitmentDynamics{}.credibility_of(1e300), 1.0);
  EXPECT_EQ(CommitmentDynamics{}.credibility_of(-1e300), 0.0);
}

TEST(Commitments, AreHonouredInTheirShareOfRuns) {
  constexpr int runs = 20'000;
  int honoured = 0;
  for (int replicate = 0; replicate < runs; ++replicate) {
    World world = world_of_threats();
    world.commitments[0].credibility = 0.3;
    std::vector<Decision> decisions;
    std::vector<CommitmentEnd> ended;
    test_commitments({true, false, false}, world, {},
                     Draws(7, static_cast<std::uint64_t>(replicate)), decisions, ended);
    honoured += world.commitments[0].outcome == Outcome::honoured;
  }
  EXPECT_NEAR(honoured / double{runs}, 0.3, 4 * std::sqrt(0.3 * 0.7 / runs));
}

TEST(Commitments, DrawByTheirOwnStreamWhateverElseStands) {
  for (std::uint64_t replicate = 0; replicate < 64; ++replicate) {
    World all = world_of_threats(), one(scenes::roster(3), 4, 4);
    scenes::pledge(one, (*all.pledges)[1]);
    all.commitments[1].credibility = one.commitments[0].credibility = 0.5;
    std::vector<Decision> decisions;
    std::vector<CommitmentEnd> ended;
    test_commitments({true, true, true}, all, {}, Draws(3, replicate), decisions, ended);
    test_commitments({true}, one, {}, Draws(3, replicate), decisions, ended);
    EXPECT_EQ(all.commitments[1].outcome, one.commitments[0].outcome);
  }
}

TEST(Commitments, ThatStandInTheEndAreSaidTo) {
  World world = world_of_threats();
  test(world, {true, false, false});
  const auto standing = standing_commitments(world);
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(standing[0].commitment, 1);
  EXPECT_EQ(standing[0].outcome, Outcome::standing);
}

}  // namespace
}  // namespace entente

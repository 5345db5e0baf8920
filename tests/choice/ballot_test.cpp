// Blocs that vote: quotas, members' votes, and what becomes of a proposal.

#include "sim/choice/ballot.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/choice/opportunities.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

/// A bloc of the first `members` of these actors, all of membership weight 1.
World world_with_bloc(Index actors, Index members, BlocDecision decision, Index leader = -1) {
  World world(scenes::roster(actors, 1), 4, 4);
  world.bloc_rules =
      std::make_shared<const std::vector<BlocRule>>(std::vector{BlocRule{decision, leader}});
  for (Index i = 0; i < members; ++i) world.membership(0, i) = 1.0;
  world.refresh_ties();
  return world;
}

World benchmarked(World world, const Dynamics& dynamics) {
  return scenes::model(std::move(world), dynamics, 1)->start;
}

TEST(Bloc, TakesOverItsMembersSanctions) {
  const World world = world_with_bloc(4, 3, BlocDecision::unanimity);
  EXPECT_EQ(world.voting_bloc_of(0), 0);
  EXPECT_EQ(world.voting_bloc_of(2), 0);
  EXPECT_EQ(world.voting_bloc_of(3), -1);
  EXPECT_EQ(world_with_bloc(4, 3, BlocDecision::none).voting_bloc_of(0), -1);
}

TEST(Bloc, ThatIsJoinedPassesItsSanctionsOn) {
  World world = world_with_bloc(5, 2, BlocDecision::unanimity);
  world.set_common_level(ChoiceLayer::sanctions, 0, 3, 2);
  EXPECT_EQ(world.sanctions()(1, 3), 2);
  world.set_level(ChoiceLayer::sanctions, 4, 3, 4);
  world.set_level(ChoiceLayer::sanctions, 4, 0, 1);
  world.set_membership(0, 4, 0.5);
  EXPECT_EQ(world.sanctions()(4, 3), 2);
  EXPECT_EQ(world.sanctions()(4, 0), 0);
  world.set_membership(0, 4, 0.0);
  EXPECT_EQ(world.voting_bloc_of(4), -1);
  EXPECT_EQ(world.sanctions()(4, 3), 2);
}

bool carried_by(const World& world, std::vector<Index> in_favour) {
  const auto members = world.members_of(0);
  std::vector<bool> yes;
  for (const Index i : members)
    yes.push_back(std::find(in_favour.begin(), in_favour.end(), i) != in_favour.end());
  return carried(world, 0, members, yes);
}

TEST(Quota, OfUnanimityIsEverybody) {
  const World world = world_with_bloc(4, 3, BlocDecision::unanimity);
  EXPECT_TRUE(carried_by(world, {0, 1, 2}));
  EXPECT_FALSE(carried_by(world, {0, 1}));
}

TEST(Quota, OfALeaderIsTheLeader) {
  const World world = world_with_bloc(4, 3, BlocDecision::leader, 1);
  EXPECT_TRUE(carried_by(world, {1}));
  EXPECT_FALSE(carried_by(world, {0, 2}));
}

TEST(Quota, OfAQualifiedMajorityNeedsHeadsAndWeight) {
  World world = world_with_bloc(5, 5, BlocDecision::qualified_majority);
  world.capability << 1, 1, 1, 1, 6;
  EXPECT_TRUE(carried_by(world, {0, 1, 4})) << "3 of 5, 80 % of the weight";
  EXPECT_FALSE(carried_by(world, {0, 4})) << "2 of 5";
  EXPECT_FALSE(carried_by(world, {0, 1, 2, 3})) << "4 of 5, but 40 % of the weight";
  world.set_membership(0, 4, 0.25);
  EXPECT_TRUE(carried_by(world, {0, 1, 2, 3})) << "its weight counts a quarter: 4 of 5.5";
}

TEST(Quota, IsMetAtItsVeryEdge) {
  World world = world_with_bloc(20, 20, BlocDecision::qualified_majority);
  world.capability.setOnes();
  std::vector<Index> thirteen;
  for (Index i = 0; i < 13; ++i) thirteen.push_back(i);
  EXPECT_TRUE(carried_by(world, thirteen)) << "65 % of 20 is 13";
  world.capability.head(11).setConstant(13.0 / 7.0);
  world.capability.tail(9).setConstant((20.0 - 11 * 13.0 / 7.0) / 9.0 + 2.0);
  thirteen.resize(11);
  const double share = world.capability.head(11).sum() / world.capability.sum();
  EXPECT_EQ(carried_by(world, thirteen), share >= 0.65) << "11 of 20 is 55 %";
}

RC_GTEST_PROP(Quota, OneMoreInFavourNeverStopsAProposal, ()) {
  const auto decision = static_cast<BlocDecision>(*rc::gen::inRange(1, 4));
  World world = world_with_bloc(6, 6, decision, 2);
  for (Index i = 0; i < 6; ++i) world.capability(i) = *rc::gen::inRange(1, 20);
  std::vector<Index> in_favour;
  const int asked = *rc::gen::inRange(0, 64);
  for (Index i = 0; i < 6; ++i)
    if ((asked >> i) & 1) in_favour.push_back(i);
  const bool before = carried_by(world, in_favour);
  in_favour.push_back(*rc::gen::inRange<Index>(0, 6));
  RC_ASSERT(!before || carried_by(world, in_favour));
}

TEST(Vote, IsYesWithTheLogitOfTheGain) {
  World world = world_with_bloc(3, 2, BlocDecision::unanimity);
  world.set_alignment(0, 2, -0.8);
  world.set_alignment(1, 2, 0.6);
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.benchmark = Calibration::none;
  world = benchmarked(std::move(world), dynamics);
  for (const Index member : {0, 1}) {
    const double gain =
        utility_of(world, dynamics.choice, ChoiceLayer::sanctions, member, {2, +1}) +
        dynamics.choice.sanctions.rules.change;
    EXPECT_DOUBLE_EQ(chance_of_yes(world, dynamics.choice, member, {2, +1}),
                     1.0 / (1.0 + std::exp(-gain)));
  }
  EXPECT_GT(chance_of_yes(world, dynamics.choice, 0, {2, +1}),
            chance_of_yes(world, dynamics.choice, 1, {2, +1}));
}

TEST(Proposal, IsWeighedByTheMeanOfItsMembers) {
  World world = world_with_bloc(3, 2, BlocDecision::unanimity);
  world.capability << 3.0, 1.0, 5.0;
  world.set_alignment(0, 2, -0.8);
  world.set_alignment(1, 2, 0.6);
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.benchmark = Calibration::none;
  world = benchmarked(std::move(world), dynamics);
  Ministep together;
  const std::vector<Index> members{0, 1};
  together.weigh(world, dynamics.choice, ChoiceLayer::sanctions, members);
  const auto own = [&](Index i) {
    return utility_of(world, dynamics.choice, ChoiceLayer::sanctions, i, {2, +1});
  };
  EXPECT_NEAR(together.utilities()(1 + 2), 0.75 * own(0) + 0.25 * own(1), 1e-12);
  EXPECT_EQ(together.probabilities()(1 + 0), 0.0) << "a member is no target";
  EXPECT_EQ(together.probabilities()(1 + 1), 0.0) << "a member is no target";
  EXPECT_NEAR(together.probabilities().sum(), 1.0, 1e-12);
}

/// One tick of many years, in which the bloc chooses often.
std::pair<std::vector<Decision>, std::vector<StoppedProposal>> busy_tick(World& world,
                                                                         Dynamics dynamics) {
  dynamics.choice.sanctions.rules.rate = 200.0;
  Opportunities choices;
  std::vector<Decision> decisions;
  std::vector<StoppedProposal> stopped;
  choices.play(world, dynamics.choice, 1.0, Draws(11, 0), decisions, stopped);
  return {decisions, stopped};
}

World divided_bloc(BlocDecision decision, Dynamics& dynamics) {
  World world = world_with_bloc(6, 4, decision, 0);
  for (Index i = 0; i < 3; ++i) world.set_alignment(i, 5, -0.9);
  world.set_alignment(3, 5, 0.95);
  dynamics.choice.sanctions.rules.benchmark = Calibration::none;
  dynamics.choice.sanctions.rules.change = 0.0;
  std::get<sanctions::Outdegree>(dynamics.choice.sanctions.effects).weight = 0.0;
  std::get<sanctions::Hostility>(dynamics.choice.sanctions.effects).weight = 8.0;
  return benchmarked(std::move(world), dynamics);
}

TEST(Proposal, ThatFailsNamesThoseWhoStoppedIt) {
  Dynamics dynamics;
  World world = divided_bloc(BlocDecision::unanimity, dynamics);
  const auto [decisions, stopped] = busy_tick(world, dynamics);
  int by_the_friend = 0;
  for (const auto& proposal : stopped) {
    EXPECT_EQ(proposal.bloc, 0);
    EXPECT_FALSE(proposal.blockers.empty());
    by_the_friend += proposal.target == 5 && proposal.blockers == std::vector<Index>{3};
  }
  EXPECT_GT(by_the_friend, 0);
}

TEST(Proposal, ThatPassesMovesEveryMemberAlike) {
  Dynamics dynamics;
  World world = divided_bloc(BlocDecision::qualified_majority, dynamics);
  const auto [decisions, stopped] = busy_tick(world, dynamics);
  EXPECT_FALSE(decisions.empty());
  for (const auto& decision : decisions) {
    if (decision.actor > 3) continue;
    EXPECT_EQ(decision.occasion, Occasion::vote);
    EXPECT_EQ(decision.by, 0);
  }
  for (Index j = 4; j < 6; ++j)
    for (Index i = 1; i < 4; ++i) EXPECT_EQ(world.sanctions()(i, j), world.sanctions()(0, j));
}

TEST(Proposal, UnderALeaderIsStoppedByTheLeaderAlone) {
  Dynamics dynamics;
  World world = divided_bloc(BlocDecision::leader, dynamics);
  for (const auto& proposal : busy_tick(world, dynamics).second)
    EXPECT_EQ(proposal.blockers, std::vector<Index>{0});
}

}  // namespace
}  // namespace entente

// What threats do to the choices of those who would trigger them.

#include "sim/choice/deterrence.h"

#include <gtest/gtest.h>

#include "sim/choice/ministep.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr Index threatened = 0, issuer = 1, belligerent = 2;

/// Actor 0 holds support 2 for a belligerent; actor 1 threatens sanctions of 3 once that is 3.
World threatened_world(double credibility = 0.8) {
  World world(scenes::roster(3, 0, 0, 1), 4, 4);
  world.declared_side(0, belligerent) = 1.0;
  world.intensity(0) = 1.0;
  world.refresh_conflicts();
  world.set_level(ChoiceLayer::support, threatened, belligerent, 2);
  world.dependence(threatened, issuer) = 0.05;
  scenes::pledge(world,
                 {.by = issuer,
                  .target = threatened,
                  .level = 3,
                  .last_tick = 100,
                  .trigger = Pledge::Trigger{
                      ChoiceLayer::support, threatened, belligerent, {Relation::at_least, 3}}});
  world.commitments[0].credibility = credibility;
  Dynamics dynamics;
  return scenes::model(std::move(world), dynamics, 1)->start;
}

double cost(const World& world, int step) {
  return Deterrence{}.cost(world, ChoiceLayer::support, threatened, belligerent, step);
}

TEST(Deterrence, IsTheExpectedCostOfTheStepThatTriggers) {
  const World world = threatened_world();
  EXPECT_DOUBLE_EQ(cost(world, +1), 100.0 * 0.8 * 3.0 / 4.0 * 0.05);
  EXPECT_EQ(cost(world, -1), 0.0);
}

TEST(Deterrence, BearsOnThatOneStepAndNoOther) {
  World world = threatened_world();
  world.set_level(ChoiceLayer::support, threatened, belligerent, 1);
  EXPECT_EQ(cost(world, +1), 0.0) << "one notch below the line";
  world.set_level(ChoiceLayer::support, threatened, belligerent, 3);
  EXPECT_EQ(cost(world, +1), 0.0) << "the line is crossed already";
}

TEST(Deterrence, EndsWithTheThreat) {
  World world = threatened_world();
  for (const Outcome outcome : {Outcome::honoured, Outcome::reneged, Outcome::expired}) {
    world.commitments[0].outcome = outcome;
    EXPECT_EQ(cost(world, +1), 0.0);
  }
}

TEST(Deterrence, DoesNotCountWhatIsAlreadyBorne) {
  World world = threatened_world();
  world.set_level(ChoiceLayer::sanctions, issuer, threatened, 3);
  EXPECT_EQ(cost(world, +1), 0.0);
}

TEST(Deterrence, WeighsOnTheUtilityOfTheStepAlone) {
  const World with = threatened_world();
  World without = with;
  without.commitments[0].outcome = Outcome::expired;
  const Dynamics dynamics;
  Ministep deterred, free;
  deterred.weigh(with, dynamics.choice, ChoiceLayer::support, threatened);
  free.weigh(without, dynamics.choice, ChoiceLayer::support, threatened);
  for (Index a = 0; a < free.utilities().size(); ++a) {
    if (free.probabilities()(a) == 0.0) continue;
    const auto [target, step] = free.alternative(a);
    const bool triggers = target == belligerent && step == 1;
    EXPECT_DOUBLE_EQ(free.utilities()(a) - deterred.utilities()(a), triggers ? cost(with, 1) : 0.0);
  }
}

TEST(Deterrence, IsNoPartOfWhatInitialLevelsReveal) {
  const World with = threatened_world(1.0), without = threatened_world(0.0);
  EXPECT_EQ(with.benchmark->support, without.benchmark->support);
}

TEST(Deterrence, AlsoHoldsBackSanctionsThatAThreatNames) {
  World world(scenes::roster(3), 4, 4);
  world.dependence(threatened, issuer) = 0.1;
  scenes::pledge(world, {.by = issuer,
                         .target = threatened,
                         .level = 4,
                         .last_tick = 100,
                         .trigger = Pledge::Trigger{
                             ChoiceLayer::sanctions, threatened, 2, {Relation::above, 0}}});
  const Dynamics dynamics;
  world = scenes::model(std::move(world), dynamics, 1)->start;
  const double utility =
      utility_of(world, dynamics.choice, ChoiceLayer::sanctions, threatened, {2, +1});
  world.commitments[0].credibility = 0.0;
  EXPECT_DOUBLE_EQ(
      utility_of(world, dynamics.choice, ChoiceLayer::sanctions, threatened, {2, +1}) - utility,
      100.0 * 0.1);
}

}  // namespace
}  // namespace entente

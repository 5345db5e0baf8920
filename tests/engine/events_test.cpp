// Events in a run: when they apply, in which order, and what they change.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

using Kind = Quantity::Kind;

Event on_day(int day, decltype(Event::what) what) {
  return {"", Date{} + std::chrono::days{day}, std::move(what)};
}

Event set(int day, Kind kind, Index row, Index column, double value) {
  return on_day(day, Setting{{kind, row, column}, value});
}

/// A run in which nothing moves but what events change, in weeks.
Simulation eventful(std::vector<Event> events, std::int64_t ticks = 10,
                    const Dynamics& dynamics = scenes::still()) {
  return {scenes::model(scenes::random_world(5, 41), dynamics, ticks, 7, std::move(events)),
          Draws(1, 0)};
}

TEST(EventTiming, AppliesInTheTickWhoseSpanHoldsTheDate) {
  for (const auto& [day, tick] : {std::pair{0, 1}, {6, 1}, {7, 2}, {13, 2}, {14, 3}, {69, 10}}) {
    Simulation run = eventful({set(day, Kind::recognition, 0, 1, 0.123)});
    while (run.world().tick < tick - 1) run.tick();
    EXPECT_NE(run.world().recognition(0, 1), 0.123) << day;
    run.tick();
    EXPECT_EQ(run.world().recognition(0, 1), 0.123) << day;
  }
}

TEST(EventTiming, NeverComesAfterTheEnd) {
  Simulation run = eventful({set(70, Kind::recognition, 0, 1, 0.123)});
  while (!run.finished()) run.tick();
  EXPECT_NE(run.world().recognition(0, 1), 0.123);
}

TEST(EventOrder, IsThatOfDatesAndThenOfTheFile) {
  const auto outcome = [](std::vector<Event> events) {
    Simulation run = eventful(std::move(events));
    run.tick();
    return run.world().position(2, 0);
  };
  const auto event = [](int day, double value) { return set(day, Kind::position, 2, 0, value); };
  EXPECT_EQ(outcome({event(3, 0.1), event(3, 0.2)}), 0.2);
  EXPECT_EQ(outcome({event(3, 0.2), event(3, 0.1)}), 0.1);
  EXPECT_EQ(outcome({event(4, 0.1), event(3, 0.2)}), 0.1);
  EXPECT_EQ(outcome({event(4, 0.1), event(3, 0.2), event(4, 0.3), event(0, 0.4)}), 0.3);
}

/// The change of affinity from 0 to 1 and back in a run with one event.
std::pair<double, double> jumps(const Interaction& interaction, const Dynamics& dynamics) {
  Simulation run = eventful({on_day(0, interaction)}, 1, dynamics);
  const Matrix before = run.world().affinity;
  run.tick();
  EXPECT_NEAR(run.world().alignment(1, 0), std::tanh(run.world().affinity(1, 0)), 1e-15);
  return {run.world().affinity(0, 1) - before(0, 1), run.world().affinity(1, 0) - before(1, 0)};
}

TEST(Interactions, JoltBothSidesByTheGoldsteinScore) {
  Dynamics dynamics = scenes::still();
  const auto [there, back] = jumps({0, 1, -10.0, false}, dynamics);
  EXPECT_NEAR(there, -0.3, 1e-15);
  EXPECT_NEAR(back, -0.18, 1e-15);
  const auto [forth, too] = jumps({0, 1, 5.0, true}, dynamics);
  EXPECT_NEAR(forth, 0.15, 1e-15);
  EXPECT_NEAR(too, 0.15, 1e-15);
  dynamics.alignment.jump = 0.5;
  dynamics.alignment.echo = 0.0;
  const auto [alone, none] = jumps({0, 1, 4.0, false}, dynamics);
  EXPECT_NEAR(alone, 0.2, 1e-15);
  EXPECT_EQ(none, 0.0);
}

TEST(Interactions, AddUp) {
  Simulation run =
      eventful({on_day(0, Interaction{0, 1, 4.0, true}), on_day(2, Interaction{1, 0, -2.0, false}),
                on_day(9, Interaction{0, 1, 1.0, false})});
  const double before = run.world().affinity(0, 1);
  run.tick();
  run.tick();
  EXPECT_NEAR(run.world().affinity(0, 1) - before, 0.3 * (0.4 - 0.6 * 0.2 + 0.1), 1e-15);
}

TEST(Interactions, MoveNoOtherDyad) {
  Simulation run = eventful({on_day(0, Interaction{0, 1, 7.0, false})}, 1);
  Matrix moved = run.world().affinity;
  run.tick();
  moved -= run.world().affinity;
  moved(0, 1) = moved(1, 0) = 0.0;
  EXPECT_TRUE(moved.isZero(0.0));
}

TEST(Settings, WriteThroughToWhatFollowsFromThem) {
  Simulation run = eventful({set(0, Kind::alignment, 0, 1, -0.25), set(0, Kind::sanctions, 2, 3, 3),
                             set(0, Kind::support, 4, 0, 4), set(0, Kind::recognition, 3, 2, 0.5),
                             set(0, Kind::pact, 3, 4, 0.75), set(0, Kind::membership, 0, 2, 0.5),
                             set(0, Kind::cohesion, 0, 0, 2.0), set(0, Kind::intensity, 0, 0, 0.25),
                             set(0, Kind::diversification, 2, 0, 3.0)});
  run.tick();
  const World& world = run.world();
  EXPECT_EQ(world.affinity(0, 1), std::atanh(-0.25));
  EXPECT_EQ(world.sanctions().intensity()(2, 3), 0.75);
  EXPECT_EQ(world.support()(4, 0), 4);
  EXPECT_EQ(world.side()(0, 4), 1.0);
  EXPECT_EQ(world.violation()(4), 0.25);
  EXPECT_EQ(world.non_recognition()(2, 3), world.non_recognition()(3, 2));
  EXPECT_GE(world.non_recognition()(2, 3), 0.5);
  EXPECT_EQ(world.pact(4, 3), 0.75);
  EXPECT_EQ(world.diversification(2), 3.0);
  const Matrix expected =
      world.membership.transpose() * world.cohesion.asDiagonal() * world.membership;
  EXPECT_NEAR(world.co_membership()(1, 2), expected(1, 2), 1e-15);
}

TEST(Settings, EndAConflictAtIntensityZero) {
  Simulation run = eventful({set(7, Kind::intensity, 0, 0, 0.0)});
  run.tick();
  EXPECT_FALSE(run.world().belligerents().empty());
  run.tick();
  EXPECT_TRUE(run.world().belligerents().empty());
  EXPECT_TRUE(run.world().violation().isZero(0.0));
}

TEST(Settings, RescaleTheOtherSharesOfADependence) {
  Simulation run = eventful({set(0, Kind::dependence, 1, 2, 0.4)});
  const World before = run.world();
  run.tick();
  const double scale = 0.6 / (1.0 - before.dependence(1, 2));
  EXPECT_EQ(run.world().dependence(1, 2), 0.4);
  EXPECT_NEAR(run.world().dependence(1, 3), scale * before.dependence(1, 3), 1e-15);
  EXPECT_NEAR(run.world().home_share(1), scale * before.home_share(1), 1e-15);
}

/// Settings of what standing mechanisms read, each of which must tell in the very tick.
TEST(Settings, TellInTheDriftOfTheSameTick) {
  Dynamics dynamics = scenes::still();
  for_each(dynamics.alignment.mechanisms, [](auto& mechanism) { mechanism.rate = 1.0; });
  std::get<Inertia>(dynamics.alignment.mechanisms).rate = 0.0;
  for (const Setting& setting :
       {Setting{{Kind::pact, 0, 1}, 0.9}, Setting{{Kind::recognition, 0, 1}, 0.1},
        Setting{{Kind::membership, 1, 0}, 1.0}, Setting{{Kind::cohesion, 0, 0}, 5.0},
        Setting{{Kind::sanctions, 0, 1}, 4}, Setting{{Kind::intensity, 0, 0}, 0.1}}) {
    Simulation run = eventful({on_day(7, setting)}, 2, dynamics);
    run.tick();
    World expected = run.world();
    write(setting.quantity, setting.value, expected);
    Drift drift(5);
    contribute(dynamics.alignment.mechanisms, expected, {0, 5}, drift);
    drift.multiply(expected.alignment);
    Matrix total = drift.total();
    total.diagonal().setZero();
    run.tick();
    EXPECT_LT(scenes::apart<Matrix>(run.world().affinity, expected.affinity + 7 / 365.25 * total),
              1e-13)
        << path_of(setting.quantity, *expected.roster);
  }
}

TEST(ParameterChanges, HoldFromTheirDateOnAndForTheRunAlone) {
  Dynamics dynamics = scenes::still();
  std::get<Pacts>(dynamics.alignment.mechanisms).rate = 0.5;
  const ParameterChange doubled{"dynamics.alignment.pacts.rate", 1.0};
  Simulation run = eventful({on_day(7, doubled)}, 3, dynamics);
  std::vector<Matrix> seen{run.world().affinity};
  while (!run.finished()) {
    run.tick();
    seen.push_back(run.world().affinity);
  }
  const Matrix pact = run.world().pact * 7 / 365.25;
  ASSERT_GT(pact.maxCoeff(), 0.0);
  EXPECT_LT(scenes::apart<Matrix>(seen[1] - seen[0], 0.5 * pact), 1e-15);
  EXPECT_LT(scenes::apart<Matrix>(seen[2] - seen[1], pact), 1e-15);
  EXPECT_LT(scenes::apart<Matrix>(seen[3] - seen[2], pact), 1e-15);
  EXPECT_EQ(*parameter_value(run.dynamics(), doubled.path), 1.0);
  EXPECT_EQ(*parameter_value(run.model().dynamics, doubled.path), 0.5);
  run.restart(Draws(1, 0));
  EXPECT_EQ(*parameter_value(run.dynamics(), doubled.path), 0.5);
  run.tick();
  EXPECT_EQ(run.world().affinity, seen[1]);
}

TEST(ParameterChanges, ReachTheJumpsOfLaterEventsInTheSameTick) {
  Simulation run = eventful({on_day(1, Interaction{0, 1, 10.0, false}),
                             on_day(2, ParameterChange{"dynamics.alignment.jump", 1.0}),
                             on_day(3, Interaction{0, 1, 10.0, false})});
  const double before = run.world().affinity(0, 1);
  run.tick();
  EXPECT_NEAR(run.world().affinity(0, 1) - before, 1.3, 1e-15);
}

}  // namespace
}  // namespace entente

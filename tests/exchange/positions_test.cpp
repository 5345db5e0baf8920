#include "sim/exchange/positions.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

Table drift_of(const World& world, const PositionDynamics& dynamics) {
  Table drift(world.actors(), world.issues());
  position_drift(world, dynamics, {0, world.actors()}, drift);
  return drift;
}

TEST(Positions, DriftByTheFormulaOfTheModelPage) {
  World world = scenes::random_world(9, 151);
  world.position_at_start = -0.5 * world.position;
  const Table drift = drift_of(world, {.influence = 0.7, .inertia = 0.2});
  for (Index i = 0; i < 9; ++i) {
    double friends = 0.0;
    for (Index j = 0; j < 9; ++j) friends += std::max(world.alignment(i, j), 0.0) * world.share(j);
    for (Index k = 0; k < 2; ++k) {
      double pull = 0.0;
      for (Index j = 0; j < 9; ++j)
        pull += std::max(world.alignment(i, j), 0.0) * world.share(j) / friends *
                (world.position(j, k) - world.position(i, k));
      EXPECT_NEAR(drift(i, k),
                  0.7 * pull + 0.2 * (world.position_at_start(i, k) - world.position(i, k)), 1e-15);
    }
  }
}

/// Two friends of the first actor, one three times as capable as the other.
World friends() {
  World world(scenes::roster(3, 0, 1), 4, 4);
  world.capability << 1.0, 3.0, 1.0;
  world.share = (world.capability / 5.0).transpose();
  world.set_alignment(0, 1, 0.5);
  world.set_alignment(0, 2, 0.5);
  world.position << 0.0, 0.8, -0.4;
  world.position_at_start = world.position;
  return world;
}

TEST(Positions, AreDrawnToFriendsByTheirCapability) {
  const Table drift = drift_of(friends(), {.influence = 1.0, .inertia = 0.0});
  EXPECT_NEAR(drift(0, 0), 0.75 * 0.8 - 0.25 * 0.4, 1e-15);
}

TEST(Positions, AreNotDrawnToAdversaries) {
  World world = friends();
  world.set_alignment(0, 2, -0.5);
  EXPECT_NEAR(drift_of(world, {.influence = 1.0, .inertia = 0.0})(0, 0), 0.8, 1e-15);
  world.set_alignment(0, 1, -0.5);
  EXPECT_EQ(drift_of(world, {.influence = 1.0, .inertia = 0.0})(0, 0), 0.0);
}

TEST(Positions, ReturnToWhereTheyBegan) {
  World world = friends();
  world.position_at_start(1, 0) = 0.3;
  const Table drift = drift_of(world, {.influence = 0.0, .inertia = 0.5});
  EXPECT_NEAR(drift(1, 0), -0.25, 1e-15);
  EXPECT_EQ(drift(0, 0), 0.0);
}

TEST(Positions, DriftBlockByBlockAsTheyDoTogether) {
  const World world = scenes::random_world(11, 152);
  const Table whole = drift_of(world, {});
  Table parts(11, 2);
  for (Index first = 0; first < 11; first += 3)
    position_drift(world, {}, {first, std::min<Index>(3, 11 - first)}, parts);
  EXPECT_EQ(whole, parts);
}

TEST(Positions, AreNoneWhereThereAreNoIssues) {
  const World world(scenes::roster(3), 4, 4);
  EXPECT_EQ(drift_of(world, {}).size(), 0);
}

RC_GTEST_PROP(PositionsProperty, StayWithinThoseOfTheStart, (std::uint64_t seed)) {
  Dynamics dynamics = scenes::still();
  dynamics.positions = {.influence = *rc::gen::inRange(0, 50) / 10.0,
                        .inertia = *rc::gen::inRange(0, 50) / 10.0};
  const World start = scenes::random_world(*rc::gen::inRange(1, 8), seed);
  const World last = scenes::outcome(scenes::model(start, dynamics, 100));
  for (Index k = 0; k < 2; ++k) {
    RC_ASSERT(last.position.col(k).maxCoeff() <= start.position.col(k).maxCoeff() + 1e-15);
    RC_ASSERT(last.position.col(k).minCoeff() >= start.position.col(k).minCoeff() - 1e-15);
  }
}

}  // namespace
}  // namespace entente

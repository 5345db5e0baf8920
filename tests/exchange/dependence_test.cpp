#include "sim/exchange/dependence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr double years = 7 / 365.25;

/// Exchange alone.
Dynamics exchange_alone(double diversification = 1.0) {
  Dynamics dynamics = scenes::still();
  dynamics.dependence = {};
  dynamics.dependence.diversification = diversification;
  return dynamics;
}

/// Two actors: the first has 0.3 of its absorption from the second.
World pair_of_actors() {
  World world(scenes::roster(2), 4, 4);
  world.dependence(0, 1) = 0.3;
  world.dependence(1, 0) = 0.1;
  world.set_alignment(0, 1, 0.2);
  return world;
}

/// The benchmarked start of a world under a law.
World start_of(World world, const Dynamics& dynamics) {
  return scenes::model(std::move(world), dynamics, 1)->start;
}

/// Where D_01 of a pair comes to rest from a start that was changed after the benchmark.
double rest_of(World start, const Dynamics& dynamics) {
  for (int step = 0; step < 5000; ++step)
    advance_exchange(start, dynamics.dependence, {0, start.actors()}, years);
  return start.dependence(0, 1);
}

TEST(Exchange, RestsAtItsBenchmark) {
  const Dynamics dynamics = exchange_alone();
  World world = start_of(scenes::random_world(10, 141), dynamics);
  const Matrix before = world.dependence;
  for (int step = 0; step < 500; ++step)
    advance_exchange(world, dynamics.dependence, {0, 10}, years);
  EXPECT_LT(scenes::apart(world.dependence, before), 1e-14);
}

TEST(Exchange, BenchmarksThePullSoThatItGivesTheInitialShares) {
  const Dynamics dynamics = exchange_alone();
  const World w = start_of(scenes::random_world(10, 141), dynamics);
  for (Index i = 0; i < 10; ++i)
    for (Index j = 0; j < 10; ++j) {
      const double pull =
          w.benchmark->gravity(i, j) * std::exp(w.alignment(i, j) - w.dependence(i, j)) *
          (1 - 0.8 * w.sanctions().intensity()(i, j)) * (1 - 0.8 * w.sanctions().intensity()(j, i));
      EXPECT_NEAR(pull, w.dependence(i, j), 1e-16);
    }
  for (Index i = 0; i < 10; ++i) EXPECT_EQ(w.benchmark->home(i), w.home_share(i));
}

TEST(Exchange, HasTheClosedFormOfALogitForTwo) {
  // Without diversification, V = 0.3 e^(η ΔA) against 0.7 at home.
  const Dynamics dynamics = exchange_alone(0.0);
  World world = start_of(pair_of_actors(), dynamics);
  world.set_alignment(0, 1, -0.5);
  const double v = 0.3 * std::exp(-0.7);
  EXPECT_NEAR(rest_of(world, dynamics), v / (0.7 + v), 1e-14);
}

TEST(Exchange, SettlesWhereDiversificationAllows) {
  // D = V / (0.7 + V), V = 0.3 e^(ΔA − ζ (D − 0.3)): solved by bisection.
  const Dynamics dynamics = exchange_alone(2.0);
  World world = start_of(pair_of_actors(), dynamics);
  world.set_alignment(0, 1, 0.8);
  double low = 0.0, high = 1.0;
  for (int halving = 0; halving < 60; ++halving) {
    const double share = 0.5 * (low + high);
    const double v = 0.3 * std::exp(0.6 - 2.0 * (share - 0.3));
    (v / (0.7 + v) > share ? low : high) = share;
  }
  EXPECT_NEAR(rest_of(world, dynamics), low, 1e-13);
  EXPECT_GT(low, 0.3);
}

TEST(Exchange, IsCutByABlockadeFromEitherSideAndMoreByBoth) {
  const Dynamics dynamics = exchange_alone(0.0);
  const auto rest = [&](int of_first, int of_second) {
    World world = start_of(pair_of_actors(), dynamics);
    world.set_level(ChoiceLayer::sanctions, 0, 1, of_first);
    world.set_level(ChoiceLayer::sanctions, 1, 0, of_second);
    return rest_of(world, dynamics);
  };
  const auto share = [](double v) { return v / (0.7 + v); };
  EXPECT_NEAR(rest(4, 0), share(0.3 * 0.2), 1e-14);
  EXPECT_NEAR(rest(0, 4), share(0.3 * 0.2), 1e-14);
  EXPECT_NEAR(rest(4, 4), share(0.3 * 0.04), 1e-14);
  EXPECT_NEAR(rest(1, 2), share(0.3 * 0.8 * 0.6), 1e-14);
  EXPECT_NEAR(rest(0, 0), 0.3, 1e-14);
}

TEST(Exchange, LiftsInitialSanctionsOutOfTheBenchmark) {
  const Dynamics dynamics = exchange_alone(0.0);
  World world = pair_of_actors();
  world.set_level(ChoiceLayer::sanctions, 0, 1, 4);
  world = start_of(world, dynamics);
  EXPECT_NEAR(rest_of(world, dynamics), 0.3, 1e-14);
  world.set_level(ChoiceLayer::sanctions, 0, 1, 0);
  EXPECT_NEAR(rest_of(world, dynamics), 1.5 / (0.7 + 1.5), 1e-14);
}

TEST(Exchange, AdjustsAtItsRateByOneEulerStep) {
  Dynamics dynamics = exchange_alone(0.0);
  dynamics.dependence.rate = 3.0;
  World world = start_of(pair_of_actors(), dynamics);
  world.set_alignment(0, 1, -0.5);
  advance_exchange(world, dynamics.dependence, {0, 2}, years);
  const double v = 0.3 * std::exp(-0.7), target = v / (0.7 + v);
  EXPECT_NEAR(world.dependence(0, 1), 0.3 + 3.0 * years * (target - 0.3), 1e-15);
}

TEST(Exchange, StandsStillAtRateZero) {
  Dynamics dynamics = exchange_alone();
  dynamics.dependence.rate = 0.0;
  World world = start_of(pair_of_actors(), dynamics);
  world.set_alignment(0, 1, -0.5);
  EXPECT_EQ(rest_of(world, dynamics), 0.3);
}

TEST(Exchange, FollowsAnActorsOwnDriveToDiversifyFromTheStart) {
  const Dynamics dynamics = exchange_alone();
  World world = start_of(pair_of_actors(), dynamics);
  world.diversification(0) = 4.0;
  const double v = 0.3 * std::exp(1.0 * 0.3 - 4.0 * 0.3), target = v / (0.7 + v);
  World next = world;
  advance_exchange(next, dynamics.dependence, {0, 2}, years);
  EXPECT_NEAR(next.dependence(0, 1), 0.3 + years * (target - 0.3), 1e-15);
  EXPECT_NEAR(next.dependence(1, 0), 0.1, 1e-15);
  EXPECT_LT(rest_of(world, dynamics), 0.3);
}

TEST(Exchange, MovesABlockOfRowsAsItMovesAll) {
  const Dynamics dynamics = exchange_alone();
  World whole = start_of(scenes::random_world(11, 142), dynamics);
  for (Index j = 1; j < 11; ++j) whole.set_alignment(0, j, -0.3);
  World parts = whole;
  advance_exchange(whole, dynamics.dependence, {0, 11}, years);
  for (Index first = 0; first < 11; first += 4)
    advance_exchange(parts, dynamics.dependence, {first, std::min<Index>(4, 11 - first)}, years);
  EXPECT_EQ(whole.dependence, parts.dependence);
}

TEST(Exchange, StaysFiniteAtExtremeAlignmentUnderTheIdentityLink) {
  Dynamics dynamics = exchange_alone(0.0);
  World world = pair_of_actors();
  world.link = Link::identity;
  world = start_of(world, dynamics);
  for (const double extreme : {-1e6, 1e6}) {
    world.alignment(0, 1) = extreme;
    const double rest = rest_of(world, dynamics);
    EXPECT_NEAR(rest, extreme > 0 ? 1.0 : 0.0, 1e-9);
  }
}

// Welfare.

TEST(Welfare, IsWhatTheHomeShareSaysItIs) {
  World world(scenes::roster(2), 4, 4);
  world.home_at_start << 0.9, 1.0;
  world.dependence(0, 1) = 0.05;  // home share from 0.90 to 0.95
  EXPECT_NEAR(welfare(world, {}, 0), -0.0107552, 1e-7);
  EXPECT_EQ(welfare(world, {}, 1), 0.0);
  world.dependence(0, 1) = 0.10;
  EXPECT_NEAR(welfare(world, {}, 0), 0.0, 1e-15);
  world.dependence(0, 1) = 0.15;
  EXPECT_GT(welfare(world, {}, 0), 0.0);
}

TEST(Welfare, LosesLessTheEasierTradeIsToReplace) {
  World world(scenes::roster(2), 4, 4);
  world.home_at_start << 0.9, 1.0;
  world.dependence(0, 1) = 0.05;
  ExchangeDynamics rigid, easy;
  rigid.elasticity = 1.0;
  easy.elasticity = 10.0;
  EXPECT_NEAR(welfare(world, rigid, 0), 0.9 / 0.95 - 1.0, 1e-15);
  EXPECT_GT(welfare(world, easy, 0), welfare(world, {}, 0));
}

TEST(Welfare, FallsUnderABlockade) {
  const Dynamics dynamics = exchange_alone();
  World world = start_of(pair_of_actors(), dynamics);
  world.set_level(ChoiceLayer::sanctions, 1, 0, 4);
  for (int step = 0; step < 500; ++step)
    advance_exchange(world, dynamics.dependence, {0, 2}, years);
  EXPECT_LT(welfare(world, dynamics.dependence, 0), -0.03);
  EXPECT_LT(welfare(world, dynamics.dependence, 1), -0.01);
}

}  // namespace
}  // namespace entente

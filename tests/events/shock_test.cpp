#include "sim/events/shock.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

Shock among(std::vector<Index> actors, ShockDistribution distribution = ShockDistribution::normal) {
  return {std::move(actors), distribution, 0.1, 0.7, false, 5};
}

Shock of_all(Index actors, ShockDistribution distribution = ShockDistribution::normal) {
  Shock shock = among({}, distribution);
  for (Index i = 0; i < actors; ++i) shock.actors.push_back(i);
  return shock;
}

/// The jumps of a shock in a world of actors that have no affinities.
Matrix jumps(const Shock& shock, Index actors, const Draws& draws = Draws(3, 1),
             std::int64_t tick = 4) {
  World world(scenes::roster(actors), 4, 4);
  world.tick = tick;
  shock.apply(world, draws);
  return world.affinity;
}

struct Moments {
  double mean = 0.0, deviation = 0.0, largest = 0.0, kurtosis = 0.0;
};

/// Of the jumps off the diagonal.
Moments moments_of(const Matrix& jumps) {
  const double n = static_cast<double>(jumps.size() - jumps.rows());
  Moments found;
  found.mean = jumps.sum() / n;
  double fourth = 0.0;
  for (Index i = 0; i < jumps.rows(); ++i)
    for (Index j = 0; j < jumps.cols(); ++j) {
      if (i == j) continue;
      const double apart = jumps(i, j) - found.mean;
      found.deviation += apart * apart / n;
      fourth += std::pow(apart, 4) / n;
      found.largest = std::max(found.largest, std::abs(apart));
    }
  found.kurtosis = fourth / (found.deviation * found.deviation);
  found.deviation = std::sqrt(found.deviation);
  return found;
}

constexpr Index many = 200;  // 39,800 dyads: a mean within 4 standard errors is within 0.02 spread

TEST(Shock, OfANormalDistributionHasItsMeanSpreadAndTails) {
  const Moments found = moments_of(jumps(of_all(many), many));
  EXPECT_NEAR(found.mean, 0.1, 0.02 * 0.7);
  EXPECT_NEAR(found.deviation, 0.7, 0.02 * 0.7);
  EXPECT_NEAR(found.kurtosis, 3.0, 0.1);
}

TEST(Shock, OfAUniformDistributionHasItsMeanAndHalfWidth) {
  const Moments found = moments_of(jumps(of_all(many, ShockDistribution::uniform), many));
  EXPECT_NEAR(found.mean, 0.1, 0.02 * 0.7);
  EXPECT_NEAR(found.deviation, 0.7 / std::sqrt(3.0), 0.02 * 0.7);
  EXPECT_NEAR(found.largest, 0.7, 0.02);
  EXPECT_NEAR(found.kurtosis, 9.0 / 5.0, 0.1);
}

TEST(Shock, IsTheMeanAndTheSpreadTimesItsDrawsAlone) {
  const Matrix full = jumps(of_all(6), 6);
  Shock shock = of_all(6);
  shock.mean = 0.0;
  shock.spread = 1.0;
  const Matrix xi = jumps(shock, 6);
  shock.mean = -0.4;
  shock.spread = 0.0;
  const Matrix mean = jumps(shock, 6);
  for (Index i = 0; i < 6; ++i)
    for (Index j = 0; j < 6; ++j) {
      EXPECT_NEAR(full(i, j), i == j ? 0.0 : 0.1 + 0.7 * xi(i, j), 1e-15);
      EXPECT_EQ(mean(i, j), i == j ? 0.0 : -0.4);
    }
}

TEST(Shock, ThatIsMutualMovesBothSidesAlike) {
  for (const auto distribution : {ShockDistribution::normal, ShockDistribution::uniform}) {
    Shock shock = of_all(many, distribution);
    EXPECT_NE(jumps(shock, many)(3, 8), jumps(shock, many)(8, 3));
    shock.mutual = true;
    const Matrix moved = jumps(shock, many);
    EXPECT_EQ(moved, moved.transpose());
    const Moments found = moments_of(moved);
    const double deviation = distribution == ShockDistribution::normal ? 0.7 : 0.7 / std::sqrt(3.0);
    EXPECT_NEAR(found.mean, 0.1, 0.03 * 0.7);
    EXPECT_NEAR(found.deviation, deviation, 0.03 * 0.7);
  }
}

TEST(Shock, OfFewerActorsMovesTheirDyadsAsBefore) {
  for (const bool mutual : {false, true}) {
    Shock all = of_all(7), some = among({5, 1, 2});
    all.mutual = some.mutual = mutual;
    const Matrix before = jumps(all, 7), after = jumps(some, 7);
    const auto named = [](Index i) { return i == 1 || i == 2 || i == 5; };
    for (Index i = 0; i < 7; ++i)
      for (Index j = 0; j < 7; ++j)
        EXPECT_EQ(after(i, j), named(i) && named(j) ? before(i, j) : 0.0);
  }
}

TEST(Shock, DrawsAnewForEveryReplicateTickAndShock) {
  Shock other = of_all(5);
  other.stream = 6;
  const Matrix first = jumps(of_all(5), 5);
  EXPECT_EQ(jumps(of_all(5), 5), first);
  EXPECT_NE(jumps(of_all(5), 5, Draws(3, 2)), first);
  EXPECT_NE(jumps(of_all(5), 5, Draws(4, 1)), first);
  EXPECT_NE(jumps(of_all(5), 5, Draws(3, 1), 5), first);
  EXPECT_NE(jumps(other, 5), first);
}

TEST(Shock, AddsToAffinityAndAlignmentFollows) {
  World world = scenes::random_world(5, 12);
  const World before = world;
  of_all(5).apply(world, Draws(3, 1));
  const Matrix expected = before.affinity + jumps(of_all(5), 5, Draws(3, 1), before.tick);
  EXPECT_LT(scenes::apart(world.affinity, expected), 1e-14);
  for (Index i = 0; i < 5; ++i)
    for (Index j = 0; j < 5; ++j)
      EXPECT_NEAR(world.alignment(i, j), std::tanh(world.affinity(i, j)), 1e-15);
}

TEST(Shock, MovesTheDiagonalWhereThereAreSelfTies) {
  World world(scenes::roster(4), 4, 4);
  world.link = Link::identity;
  world.self_ties = true;
  of_all(4).apply(world, Draws(3, 1));
  for (Index i = 0; i < 4; ++i) EXPECT_NE(world.alignment(i, i), 0.0);
  EXPECT_EQ(world.alignment, world.affinity);
}

}  // namespace
}  // namespace entente

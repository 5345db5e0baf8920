// What a step of noise adds to affinity: independent normal draws of variance scale² Δt.

#include "sim/alignment/noise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/scenes.h"
#include "tests/scenes/statistics.h"

namespace entente {
namespace {

constexpr Index actors = 30;

/// The perturbation of every dyad (the diagonal included) by one step in a world where Z = 0.
Matrix perturbation(const Noise& noise, double years, std::uint64_t replicate,
                    std::int64_t tick = 0) {
  World world(scenes::roster(actors), 4, 4);
  world.tick = tick;
  Normals xi = Noise::draws_of(world, Draws(11, replicate));
  for (Index i = 0; i < actors; ++i) noise.perturb(world, {i, 1}, years, xi);
  return world.affinity;
}

std::vector<double> values_of(const Matrix& layer) {
  return {layer.data(), layer.data() + layer.size()};
}

std::vector<double> many(double scale, double years) {
  std::vector<double> all;
  for (std::size_t replicate = 0; replicate < scenes::affordable(200); ++replicate) {
    const auto some = values_of(perturbation({.scale = scale}, years, replicate));
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

TEST(Noise, HasMeanZeroAndAVarianceThatGrowsWithTime) {
  for (const double years : {1.0 / 365.25, 7 / 365.25, 2.0}) {
    const auto values = many(0.12, years);
    const scenes::Sample sample(values);
    const auto n = static_cast<double>(values.size());
    const double variance = 0.12 * 0.12 * years;
    EXPECT_NEAR(sample.mean, 0.0, 4.0 * std::sqrt(variance / n));
    EXPECT_NEAR(sample.variance, variance, 4.0 * variance * std::sqrt(2.0 / n));
  }
}

TEST(Noise, IsNormal) {
  auto values = many(2.0, 0.25);
  EXPECT_GT(scenes::normal_ks_p(values), 0.01);
  for (double& value : values) value *= 1.1;
  EXPECT_LT(scenes::normal_ks_p(values), 0.01);
}

TEST(Noise, IsIndependentAcrossDyadsTicksAndReplicates) {
  std::vector<double> here, next_dyad, back, next_tick, next_replicate;
  const auto append = [](std::vector<double>& to, const Matrix& from) {
    const auto values = values_of(from);
    to.insert(to.end(), values.begin(), values.end());
  };
  const Noise noise{.scale = 1.0};
  for (std::size_t r = 0; r < scenes::affordable(100); ++r) {
    const Matrix now = perturbation(noise, 1.0, 2 * r);
    append(here, now);
    append(next_tick, perturbation(noise, 1.0, 2 * r, 1));
    append(next_replicate, perturbation(noise, 1.0, 2 * r + 1));
    Matrix shifted = now;
    shifted.leftCols(actors - 1) = now.rightCols(actors - 1);
    shifted.col(actors - 1) = now.col(0);
    append(next_dyad, shifted);
    Matrix transposed = now.transpose();
    transposed.diagonal() = now.diagonal().reverse();
    append(back, transposed);
  }
  const double tolerance = 4.0 / std::sqrt(static_cast<double>(here.size()));
  for (const auto* other : {&next_dyad, &next_tick, &next_replicate})
    EXPECT_LT(std::abs(scenes::correlation(here, *other)), tolerance);
  // A pair of dyads counts twice here.
  EXPECT_LT(std::abs(scenes::correlation(here, back)), std::sqrt(2.0) * tolerance);
}

TEST(Noise, AddsNothingAtScaleZero) {
  EXPECT_TRUE(perturbation({.scale = 0.0}, 1.0, 0).isZero(0.0));
}

}  // namespace
}  // namespace entente

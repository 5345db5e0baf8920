#include "analysis/sensitivity/morris_effects.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/sensitivity/samples.h"

namespace entente {
namespace {

using samples::answers;
using samples::normals;
using samples::ranges;
using samples::sobol_g;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// What a function answers at every point of a design.
template <class F>
Matrix answers_of(const Design& design, F f) {
  Matrix y(static_cast<Index>(design.points()), 1);
  std::vector<double> x(design.factors());
  for (Index p = 0; p < y.rows(); ++p) {
    design.at(static_cast<std::uint64_t>(p), x);
    y(p, 0) = f(x);
  }
  return y;
}

MorrisEffects effects(const Morris& design, const Matrix& y) {
  return morris_effects(design, y, Draws(5, 0));
}

TEST(MorrisEffects, OfASumAreItsCoefficients) {
  const Morris design(10, 6, ranges(3), 1);
  const auto found = effects(design, answers_of(design, [](const auto& x) {
                               return 3.0 * x[0] - 2.0 * x[1] + 0.0 * x[2] + 7.0;
                             }));
  const std::vector<double> expected{3.0, -2.0, 0.0};
  for (std::size_t j = 0; j < 3; ++j) {
    const auto& [mu, mu_star, sigma, noise] = found.parameters[j];
    EXPECT_NEAR(mu.value, expected[j], 1e-12);
    EXPECT_NEAR(mu.low, expected[j], 1e-12);
    EXPECT_NEAR(mu.high, expected[j], 1e-12);
    EXPECT_NEAR(mu_star.value, std::abs(expected[j]), 1e-12);
    EXPECT_NEAR(sigma.value, 0.0, 1e-7);
    EXPECT_TRUE(std::isnan(noise.value));
  }
}

TEST(MorrisEffects, OfValuesAreFromTheFirstToTheLast) {
  // Of two values the coordinates are 1/4 and 3/4, of four 1/8 to 7/8.
  const Morris design(10, 4, {Factor{"", 2, true}, Factor{"", 4, true}}, 1);
  const auto found = effects(design, answers_of(design, [](const auto& x) {
                               return (x[0] > 0.5 ? 5.0 : 1.0) + std::floor(4.0 * x[1]);
                             }));
  EXPECT_NEAR(found.parameters[0].mu.value, 4.0, 1e-12);
  EXPECT_NEAR(found.parameters[1].mu.value, 3.0, 1e-12);
}

TEST(MorrisEffects, SeeInteractionsInTheirSpread) {
  // The effect of x₁ in x₁ x₂ is x₂: of four equally likely levels, mean 1/2 and variance 5/36.
  const Morris design(2000, 4, ranges(2), 1);
  const auto found = effects(design, answers_of(design, [](const auto& x) { return x[0] * x[1]; }));
  for (const auto& [mu, mu_star, sigma, noise] : found.parameters) {
    EXPECT_NEAR(mu.value, 0.5, 0.025);  // three standard errors
    EXPECT_NEAR(mu_star.value, 0.5, 0.025);
    EXPECT_NEAR(sigma.value, std::sqrt(5.0 / 36.0), 0.015);
    EXPECT_TRUE(mu.low < mu.value && mu.value < mu.high);
    EXPECT_TRUE(sigma.low < sigma.value && sigma.value < sigma.high);
  }
}

TEST(MorrisEffects, RankTheParametersOfSobolsG) {
  for (const std::uint64_t trajectories : {20, 200}) {
    const Morris design(trajectories, 4, ranges(8), 1);
    const auto found = effects(design, answers(sobol_g(), design));
    for (std::size_t j = 1; j < 4; ++j)
      EXPECT_GT(found.parameters[j - 1].mu_star.value, found.parameters[j].mu_star.value);
    for (std::size_t j = 4; j < 8; ++j)
      EXPECT_LT(found.parameters[j].mu_star.high, found.parameters[3].mu_star.low);
  }
}

TEST(MorrisEffects, CoverTheMeanEffectInNineteenOfTwentyDesigns) {
  int covered = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Morris design(40, 4, ranges(2), seed);
    const auto found =
        effects(design, answers_of(design, [](const auto& x) { return x[0] * x[1]; }));
    covered += found.parameters[0].mu.covers(0.5) ? 1 : 0;
  }
  EXPECT_GE(covered, 180);  // of 40 trajectories the interval is a little short
  EXPECT_LE(covered, 199);
}

TEST(MorrisEffects, DoNotChangeWithWhatAReplicateAddsEverywhere) {
  const Morris design(20, 4, ranges(8), 1);
  const Matrix exact = answers(sobol_g(), design).replicate(1, 3);
  const auto without = effects(design, exact);
  const auto with = effects(design, exact.rowwise() + RowVector(100.0 * normals(1, 3, 1)));
  for (std::size_t j = 0; j < 8; ++j) {
    EXPECT_NEAR(with.parameters[j].mu_star.value, without.parameters[j].mu_star.value, 1e-9);
    EXPECT_NEAR(with.parameters[j].sigma.high, without.parameters[j].sigma.high, 1e-6);
    EXPECT_NEAR(with.parameters[j].noise.value, 0.0, 1e-9);
  }
}

TEST(MorrisEffects, TakeOutOfSigmaTheNoiseThatDiffersFromPointToPoint) {
  // A sum has no spread of effects; each run's noise σ gives an effect over Δ = 2/3 of four
  // replicates a deviation of √2 σ / (2/3) / √4.
  const double deviation = 0.3, expected = std::sqrt(2.0) * deviation * 1.5 / 2.0;
  const Morris design(3000, 4, ranges(2), 1);
  const Matrix exact = answers_of(design, [](const auto& x) { return x[0]; }).replicate(1, 4);
  const auto found = effects(design, exact + deviation * normals(exact.rows(), 4, 1));
  for (std::size_t j = 0; j < 2; ++j) {
    EXPECT_NEAR(found.parameters[j].noise.value, expected, 0.02 * expected);
    EXPECT_LT(found.parameters[j].sigma.value, 0.3 * expected);
    EXPECT_NEAR(found.parameters[j].mu.value, j == 0 ? 1.0 : 0.0, 0.02);
  }
  // What the documentation says of the size of no effect.
  const double of_none = std::sqrt(2.0 / std::acos(-1.0)) * expected;
  EXPECT_NEAR(found.parameters[1].mu_star.value, of_none, 0.05 * of_none);
}

TEST(MorrisEffects, LeaveOutTrajectoriesWithoutAnswersAndSaySo) {
  const Morris design(10, 4, ranges(2), 1);
  Matrix y = answers_of(design, [](const auto& x) { return x[0] - x[1]; });
  y(4, 0) = y(11, 0) = y(9, 0) = missing;  // trajectories 1 and 3
  const auto found = effects(design, y);
  EXPECT_EQ(found.coverage.used, 8u);
  EXPECT_EQ(found.coverage.left_out, 2u);
  EXPECT_EQ(found.coverage.missing_runs, 3u);
  EXPECT_EQ(found.coverage.unused_runs, 3u);
  EXPECT_NEAR(found.parameters[1].mu.value, -1.0, 1e-12);
  const auto none = effects(design, Matrix::Constant(30, 1, missing));
  EXPECT_TRUE(std::isnan(none.parameters[0].mu.value));
  EXPECT_TRUE(std::isnan(none.parameters[0].sigma.value));
}

}  // namespace
}  // namespace entente

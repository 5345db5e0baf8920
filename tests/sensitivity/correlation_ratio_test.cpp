#include "analysis/sensitivity/correlation_ratio.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/design/latin_hypercube.h"
#include "tests/sensitivity/samples.h"

namespace entente {
namespace {

using samples::normals;
using samples::ranges;

/// The points of a Latin hypercube, points × factors.
Matrix hypercube(std::uint64_t points, std::vector<Factor> factors, std::uint64_t seed = 1) {
  const LatinHypercube design(points, std::move(factors), seed);
  Matrix x(static_cast<Index>(points), static_cast<Index>(design.factors()));
  for (Index p = 0; p < x.rows(); ++p)
    design.at(static_cast<std::uint64_t>(p),
              {x.data() + p * x.cols(), static_cast<std::size_t>(x.cols())});
  return x;
}

CorrelationRatios ratios(const Matrix& x, const Vector& y) {
  return correlation_ratios(x, y, Draws(5, 0));
}

TEST(CorrelationRatio, OfASumIsEachTermsShareOfTheVariance) {
  // Var(3 x₁ + 4 x₂) = (9 + 16) / 12.
  const Matrix x = hypercube(4000, ranges(3));
  const auto found = ratios(x, 3.0 * x.col(0) + 4.0 * x.col(1)).parameters;
  const std::vector<double> expected{9.0 / 25.0, 16.0 / 25.0, 0.0};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found[i].value, expected[i], 0.02) << i;
    EXPECT_TRUE(found[i].covers(expected[i])) << i << ": " << found[i].low << " " << found[i].high;
  }
  EXPECT_LT(found[0].high - found[0].low, 0.1);
}

TEST(CorrelationRatio, IsOneOfAFunctionOfTheParameterAloneWhateverItsShape) {
  const Matrix steps = hypercube(500, {Factor{"", 4, true}, Factor{}});
  const auto of_steps =
      ratios(steps, steps.col(0).unaryExpr([](double u) { return std::cos(9.0 * u); })).parameters;
  EXPECT_NEAR(of_steps[0].value, 1.0, 1e-12);
  EXPECT_NEAR(of_steps[0].low, 1.0, 1e-12);
  EXPECT_TRUE(of_steps[1].covers(0.0));
  // Of a line all but what it does within each of 20 bins.
  const Matrix x = hypercube(2000, ranges(1));
  EXPECT_NEAR(ratios(x, x.col(0)).parameters[0].value, 1.0 - 1.0 / 400.0, 1e-3);
  const Vector valley = (x.col(0).array() - 0.5).square();
  EXPECT_GT(ratios(x, valley).parameters[0].value, 0.98);
}

TEST(CorrelationRatio, OfChanceAloneIsNoneInAtLeastNineteenOfTwentySamples) {
  int covered = 0;
  double mean = 0.0;
  for (std::int64_t sample = 0; sample < 100; ++sample) {
    const Matrix x = hypercube(200, ranges(1), static_cast<std::uint64_t>(sample));
    const auto found = ratios(x, normals(200, 1, sample)).parameters[0];
    covered += found.covers(0.0) ? 1 : 0;
    mean += found.value / 100.0;
  }
  EXPECT_GE(covered, 95);
  EXPECT_LT(mean, 0.03);
}

TEST(CorrelationRatio, CoversAKnownShareInAboutNineteenOfTwentySamples) {
  // x₁ of two values 1/4 and 3/4 and a normal number of the same deviation: half of the variance.
  int covered = 0;
  for (std::int64_t sample = 0; sample < 200; ++sample) {
    const Matrix x = hypercube(300, {Factor{"", 2, true}}, static_cast<std::uint64_t>(sample));
    const Vector y = 4.0 * x.col(0) + normals(300, 1, sample);
    covered += ratios(x, y).parameters[0].covers(0.5) ? 1 : 0;
  }
  EXPECT_GE(covered, 180);
}

TEST(CorrelationRatio, LeavesOutPointsWithoutAnAnswer) {
  const Matrix x = hypercube(400, ranges(2));
  Vector y = x.col(0);
  for (Index p = 0; p < 40; ++p) y(10 * p) = std::numeric_limits<double>::quiet_NaN();
  const auto found = ratios(x, y);
  EXPECT_EQ(found.coverage.used, 360u);
  EXPECT_EQ(found.coverage.left_out, 40u);
  EXPECT_GT(found.parameters[0].value, 0.98);
}

TEST(CorrelationRatio, IsNoneWhereNothingVariesOrNothingIsThere) {
  const Matrix x = hypercube(60, ranges(1));
  EXPECT_TRUE(std::isnan(ratios(x, Vector::Constant(60, 0.1)).parameters[0].value));
  const Vector missing = Vector::Constant(60, std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(std::isnan(ratios(x, missing).parameters[0].low));
}

TEST(CorrelationRatio, KeepsEqualValuesTogether) {
  // 25 values, more than the bins: no bin may hold part of the points of a value.
  const Matrix x = hypercube(1000, {Factor{"", 25, true}});
  const auto alone = ratios(x, x.col(0)).parameters[0];
  const auto reversed = ratios(x.colwise().reverse(), x.col(0).reverse()).parameters[0];
  EXPECT_NEAR(alone.value, reversed.value, 1e-12);
}

}  // namespace
}  // namespace entente

#include "sim/core/elementwise.h"

#include <gtest/gtest.h>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <limits>

#include "tests/scenes/statistics.h"

namespace entente {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

RowVector tanh_of(RowVector z) {
  tanh_in_place(z);
  return z;
}

RowVector exp_of(RowVector x) {
  exp_in_place(x);
  return x;
}

double tanh_of_one(double z) { return tanh_of(RowVector::Constant(1, z))(0); }
double exp_of_one(double x) { return exp_of(RowVector::Constant(1, x))(0); }

/// Numbers of either sign whose size is anything from 10^least to 10^most.
RowVector of_all_sizes(double least, double most) {
  boost::random::mt19937_64 engine(1);
  boost::random::uniform_real_distribution<double> exponent(least, most), sign(-1.0, 1.0);
  RowVector values(static_cast<Index>(scenes::affordable(300'000)));
  for (double& value : values)
    value = std::copysign(std::pow(10.0, exponent(engine)), sign(engine));
  return values;
}

double relative_error(double seen, long double truth) {
  return static_cast<double>(std::abs((static_cast<long double>(seen) - truth) / truth));
}

TEST(Tanh, IsWithinItsBoundOfTheTruth) {
  for (const auto& [least, most] :
       {std::pair{-300.0, -3.0}, {-3.0, 0.0}, {-1.0, 1.5}, {1.0, 300.0}}) {
    const RowVector z = of_all_sizes(least, most), seen = tanh_of(z);
    double worst = 0.0;
    for (Index k = 0; k < z.size(); ++k)
      worst = std::max(worst, relative_error(seen(k), std::tanh(static_cast<long double>(z(k)))));
    EXPECT_LE(worst, 4e-16) << least;
    EXPECT_LE(seen.cwiseAbs().maxCoeff(), 1.0);
  }
}

TEST(Tanh, IsExactlyOdd) {
  const RowVector z = of_all_sizes(-300.0, 300.0);
  EXPECT_EQ(tanh_of(-z), -tanh_of(z));
}

TEST(Tanh, KeepsZerosAndReachesOneAtInfinity) {
  EXPECT_EQ(tanh_of_one(0.0), 0.0);
  EXPECT_FALSE(std::signbit(tanh_of_one(0.0)));
  EXPECT_TRUE(std::signbit(tanh_of_one(-0.0)));
  EXPECT_EQ(tanh_of_one(infinity), 1.0);
  EXPECT_EQ(tanh_of_one(-infinity), -1.0);
  EXPECT_TRUE(std::isnan(tanh_of_one(std::nan(""))));
}

TEST(Tanh, StaysBelowOneAsLongAsADoubleCanSay) {
  EXPECT_LT(tanh_of_one(18.0), 1.0);
  EXPECT_EQ(tanh_of_one(20.0), 1.0);
}

TEST(Exp, IsWithinItsBoundOfTheTruth) {
  for (const auto& [least, most] : {std::pair{-300.0, -3.0}, {-3.0, 1.0}, {0.0, 2.85}}) {
    const RowVector x = of_all_sizes(least, most), seen = exp_of(x);
    double worst = 0.0;
    for (Index k = 0; k < x.size(); ++k)
      worst = std::max(worst, relative_error(seen(k), std::exp(static_cast<long double>(x(k)))));
    EXPECT_LE(worst, 4e-16) << least;
  }
}

TEST(Exp, StopsAtItsEnds) {
  EXPECT_EQ(exp_of_one(0.0), 1.0);
  EXPECT_EQ(exp_of_one(708.0), exp_of_one(1e300));
  EXPECT_EQ(exp_of_one(-708.0), exp_of_one(-infinity));
  EXPECT_EQ(exp_of_one(708.0), exp_of_one(infinity));
  EXPECT_TRUE(std::isfinite(exp_of_one(infinity)));
  EXPECT_GT(exp_of_one(-infinity), 0.0);
}

TEST(Elementwise, GivesAnEntryTheSameBitsWhereverItStands) {
  const RowVector z = of_all_sizes(-4.0, 1.5).head(200);
  const RowVector tanhs = tanh_of(z), exps = exp_of(z);
  for (Index k = 0; k < z.size(); ++k) {
    ASSERT_EQ(tanh_of_one(z(k)), tanhs(k));
    ASSERT_EQ(exp_of_one(z(k)), exps(k));
  }
  for (Index length = 1; length < 40; ++length) {
    ASSERT_EQ(tanh_of(z.segment(3, length)), tanhs.segment(3, length));
    ASSERT_EQ(exp_of(z.segment(3, length)), exps.segment(3, length));
  }
}

TEST(Elementwise, WorksOnARowOfALayer) {
  Matrix layer = Matrix::Constant(3, 5, 0.5);
  tanh_in_place(layer.row(1));
  EXPECT_NEAR(layer(1, 4), std::tanh(0.5), 1e-15);
  EXPECT_EQ(layer(0, 4), 0.5);
  EXPECT_EQ(layer(2, 0), 0.5);
  EXPECT_EQ(exp_of(RowVector()).size(), 0);
}

}  // namespace
}  // namespace entente

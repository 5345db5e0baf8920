#include "analysis/study/varied_parameter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>

namespace entente {
namespace {

using namespace std::chrono_literals;

VariedParameter ranging(Scalar low, Scalar high, Scale scale = Scale::linear) {
  VariedParameter parameter;
  parameter.range = {std::move(low), std::move(high)};
  parameter.scale = scale;
  return parameter;
}

double number_at(const VariedParameter& parameter, double unit) {
  return std::get<double>(parameter.at(unit));
}

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// A coordinate of the unit interval, its ends and their neighbours among them.
double some_unit() {
  return *rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1 << 30),
                   [](std::int64_t k) { return std::ldexp(static_cast<double>(k), -30); }),
      rc::gen::element(0.0, 1.0, std::nextafter(0.0, 1.0), std::nextafter(1.0, 0.0)));
}

/// A number between about 1e-6 and 1e6 with all its digits.
double some_positive() {
  const double mantissa = 1.0 + *rc::gen::inRange<int>(0, 1'000'000'000) / 1e9;
  return std::ldexp(mantissa, *rc::gen::inRange(-20, 20));
}

TEST(VariedParameter, GoesEvenlyThroughARange) {
  const auto parameter = ranging(-1.0, 3.0);
  EXPECT_EQ(number_at(parameter, 0.25), 0.0);
  EXPECT_EQ(number_at(parameter, 0.5), 1.0);
  EXPECT_EQ(number_at(ranging(std::int64_t{1}, 2.0), 0.5), 1.5);
}

TEST(VariedParameter, GoesThroughEqualRatiosOnALogScale) {
  const auto parameter = ranging(0.01, 100.0, Scale::log);
  EXPECT_NEAR(number_at(parameter, 0.5), 1.0, 1e-15);
  EXPECT_NEAR(number_at(parameter, 0.75), 10.0, 1e-14);
}

RC_GTEST_PROP(VariedParameter, HitsBothEndsToTheBit, ()) {
  const double low = some_positive(), high = low + some_positive();
  for (const Scale scale : {Scale::linear, Scale::log}) {
    const auto parameter = ranging(low, high, scale);
    RC_ASSERT(same_bits(number_at(parameter, 0.0), low));
    RC_ASSERT(same_bits(number_at(parameter, 1.0), high));
  }
}

RC_GTEST_PROP(VariedParameter, NeverLeavesItsRangeNorTurnsBack, ()) {
  const double low = some_positive(), high = low + some_positive();
  double first = some_unit(), second = some_unit();
  if (first > second) std::swap(first, second);
  for (const Scale scale : {Scale::linear, Scale::log}) {
    const auto parameter = ranging(low, high, scale);
    const double a = number_at(parameter, first), b = number_at(parameter, second);
    RC_ASSERT(low <= a && b <= high);
    RC_ASSERT(a <= b * (1.0 + 1e-15));
  }
}

RC_GTEST_PROP(VariedParameter, TakesEveryWholeNumberInStepsOfEqualWidth, ()) {
  const auto low = *rc::gen::inRange<std::int64_t>(-50, 50);
  const auto steps = *rc::gen::inRange<std::int64_t>(2, 40);
  auto parameter = ranging(low, low + steps - 1);
  parameter.whole = true;
  for (std::int64_t k = 0; k < steps; ++k) {
    const double middle = (static_cast<double>(k) + 0.5) / static_cast<double>(steps);
    RC_ASSERT(parameter.at(middle) == Scalar{low + k});
  }
  RC_ASSERT(parameter.at(0.0) == Scalar{low});
  RC_ASSERT(parameter.at(1.0) == Scalar{low + steps - 1});
}

TEST(VariedParameter, WholeEndsOfARealNumberAreNoWholeNumbers) {
  EXPECT_EQ(ranging(std::int64_t{1}, std::int64_t{2}).at(0.25), Scalar{1.25});
}

TEST(VariedParameter, TakesEveryDayFromTheFirstToTheLast) {
  const Date first = 2020y / 2 / 27, last = 2020y / 3 / 1;  // four days, one of them in a leap year
  const auto parameter = ranging(first, last);
  EXPECT_EQ(parameter.at(0.0), Scalar{first});
  EXPECT_EQ(parameter.at(0.3), Scalar{Date{2020y / 2 / 28}});
  EXPECT_EQ(parameter.at(0.6), Scalar{Date{2020y / 2 / 29}});
  EXPECT_EQ(parameter.at(0.75), Scalar{last});
  EXPECT_EQ(parameter.at(1.0), Scalar{last});
}

TEST(VariedParameter, TakesSingleValuesAsTheyAre) {
  VariedParameter parameter;
  parameter.values = {std::string("none"), std::int64_t{3}, 0.5};
  EXPECT_EQ(parameter.at(0.0), Scalar{std::string("none")});
  EXPECT_EQ(parameter.at(0.34), Scalar{std::int64_t{3}});
  EXPECT_EQ(parameter.at(0.99), Scalar{0.5});
  EXPECT_EQ(parameter.at(1.0), Scalar{0.5});
}

}  // namespace
}  // namespace entente

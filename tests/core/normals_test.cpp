#include "sim/core/normals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "tests/scenes/statistics.h"

namespace entente {
namespace {

Normals normals(std::int64_t tick = 0) {
  return Normals(Draws(20230301, 5).bulk_stream(Purpose::noise, tick, 0));
}

std::vector<double> drawn(std::size_t count, std::int64_t tick = 0) {
  std::vector<double> values(count, 0.0);
  Normals source = normals(tick);
  source.add_to(values.data(), static_cast<Index>(count), 1.0);
  return values;
}

/// The first block of draws by the C library: draw k is r cos θ and draw 32 + k is r sin θ of the
/// stream's number k.
std::vector<double> by_the_book() {
  BulkStream stream = Draws(20230301, 5).bulk_stream(Purpose::noise, 0, 0);
  const auto& numbers = stream.next();
  std::vector<double> values(2 * numbers.size());
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const double u1 = (static_cast<double>(numbers[k] & 0xffffffffU) + 0.5) / 4294967296.0;
    const double u2 = static_cast<double>(numbers[k] >> 32U) / 4294967296.0;
    const double r = std::sqrt(-2.0 * std::log(u1)), angle = 2.0 * std::numbers::pi * u2;
    values[k] = r * std::cos(angle);
    values[k + numbers.size()] = r * std::sin(angle);
  }
  return values;
}

TEST(Normals, AreThoseOfBoxAndMuller) {
  const auto expected = by_the_book(), seen = drawn(expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_NEAR(seen[k], expected[k], 4e-15) << k;
}

TEST(Normals, HaveTheMomentsOfAStandardNormal) {
  const auto values = drawn(scenes::affordable(2'000'000));
  const scenes::Sample sample(values);
  const double root = std::sqrt(static_cast<double>(values.size()));
  EXPECT_NEAR(sample.mean, 0.0, 4.0 / root);
  EXPECT_NEAR(sample.variance, 1.0, 4.0 * std::sqrt(2.0) / root);
  EXPECT_NEAR(sample.skewness, 0.0, 4.0 * std::sqrt(6.0) / root);
  EXPECT_NEAR(sample.kurtosis, 3.0, 4.0 * std::sqrt(24.0) / root);
}

TEST(Normals, HaveTheDistributionOfAStandardNormal) {
  for (const std::int64_t tick : {0, 1, 2})
    EXPECT_GT(scenes::normal_ks_p(drawn(scenes::affordable(500'000), tick)), 0.01) << tick;
}

TEST(Normals, ReachFarIntoBothTails) {
  const auto values = drawn(scenes::affordable(2'000'000));
  double beyond_above = 0.0, beyond_below = 0.0;
  for (const double value : values) {
    beyond_above += value > 3.0;
    beyond_below += value < -3.0;
    EXPECT_LT(std::abs(value), 6.8);
  }
  const double expected = static_cast<double>(values.size()) * 0.5 * std::erfc(3 / std::sqrt(2.0));
  EXPECT_NEAR(beyond_above, expected, 4.0 * std::sqrt(expected));
  EXPECT_NEAR(beyond_below, expected, 4.0 * std::sqrt(expected));
}

/// The correlation of draw k with draw k + lag, and that of their squares.
std::pair<double, double> correlations(const std::vector<double>& values, std::size_t lag) {
  std::vector<double> x(values.begin(), values.end() - static_cast<std::ptrdiff_t>(lag));
  std::vector<double> y(values.begin() + static_cast<std::ptrdiff_t>(lag), values.end());
  const double plain = scenes::correlation(x, y);
  for (double& value : x) value *= value;
  for (double& value : y) value *= value;
  return {plain, scenes::correlation(x, y)};
}

TEST(Normals, AreIndependentAtEveryLagThatTheirMakingMightShow) {
  const auto values = drawn(scenes::affordable(1'000'000));
  const double tolerance = 4.0 / std::sqrt(static_cast<double>(values.size()));
  for (const std::size_t lag : {1, 2, 4, 16, 31, 32, 33, 64}) {
    const auto [plain, squared] = correlations(values, lag);
    EXPECT_LT(std::abs(plain), tolerance) << lag;
    EXPECT_LT(std::abs(squared), tolerance) << lag;
  }
}

TEST(Normals, GiveIndependentPairsOfEvenAndOddDraws) {
  const auto values = drawn(scenes::affordable(1'000'000));
  std::vector<double> even, odd;
  for (std::size_t k = 0; k + 1 < values.size(); k += 2) {
    even.push_back(values[k]);
    odd.push_back(values[k + 1]);
  }
  EXPECT_LT(std::abs(scenes::correlation(even, odd)),
            4.0 / std::sqrt(static_cast<double>(even.size())));
}

TEST(Normals, AreTheSameHoweverTheyAreAskedFor) {
  const auto all = drawn(1000);
  for (const std::size_t portion : {1, 3, 7, 64, 65, 999}) {
    std::vector<double> values(1000, 0.0);
    Normals source = normals();
    for (std::size_t at = 0; at < 1000; at += portion)
      source.add_to(values.data() + at, static_cast<Index>(std::min(portion, 1000 - at)), 1.0);
    EXPECT_EQ(values, all) << portion;
  }
}

TEST(Normals, AreAddedToWhatIsThereInProportion) {
  std::vector<double> values(100, 5.0);
  Normals source = normals();
  source.add_to(values.data(), 100, 0.25);
  const auto plain = drawn(100);
  for (std::size_t k = 0; k < 100; ++k) EXPECT_EQ(values[k], 5.0 + 0.25 * plain[k]);
}

}  // namespace
}  // namespace entente

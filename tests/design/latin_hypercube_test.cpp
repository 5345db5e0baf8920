#include "analysis/design/latin_hypercube.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "tests/design/designs.h"

namespace entente {
namespace {

using designs::at;
using designs::choice;
using designs::range;

RC_GTEST_PROP(LatinHypercube, HasOnePointInEachStratum, ()) {
  const auto points = *rc::gen::inRange<std::uint64_t>(1, 300);
  const LatinHypercube design(points, {range(), range(), range()}, *rc::gen::arbitrary<unsigned>());
  std::vector<std::set<std::uint64_t>> strata(3);
  for (std::uint64_t p = 0; p < points; ++p)
    for (std::size_t j = 0; j < 3; ++j) strata[j].insert(designs::part(at(design, p)[j], points));
  for (const auto& met : strata) {
    RC_ASSERT(met.size() == points);
    RC_ASSERT(*met.rbegin() == points - 1);
  }
}

RC_GTEST_PROP(LatinHypercube, HasEachOfAFactorsValuesEquallyOften, ()) {
  const auto values = *rc::gen::inRange<std::uint64_t>(1, 8);
  const auto times = *rc::gen::inRange<std::uint64_t>(1, 20);
  const LatinHypercube design(values * times, {choice(values)}, 3);
  std::vector<std::uint64_t> met(values);
  for (std::uint64_t p = 0; p < design.points(); ++p)
    ++met[designs::part(at(design, p)[0], values)];
  for (const std::uint64_t count : met) RC_ASSERT(count == times);
}

TEST(LatinHypercube, MixesItsFactorsAndItsOrder) {
  const std::uint64_t points = 4000;
  const LatinHypercube design(points, {range(), range()}, 1);
  double product = 0.0, order = 0.0, within = 0.0;
  for (std::uint64_t p = 0; p < points; ++p) {
    const auto unit = at(design, p);
    product += (unit[0] - 0.5) * (unit[1] - 0.5);
    order += (unit[0] - 0.5) * (static_cast<double>(p) / points - 0.5);
    within += unit[0] * points - std::floor(unit[0] * points);
  }
  // Correlations of 4,000 independent pairs stay within 4 / √4000 of 0; so do means of uniforms.
  const double bound = 4.0 / std::sqrt(points);
  EXPECT_LT(std::abs(product / points * 12), bound);
  EXPECT_LT(std::abs(order / points * 12), bound);
  EXPECT_LT(std::abs(within / points - 0.5), bound / std::sqrt(12.0));
}

TEST(LatinHypercube, KeepsToItsStrataWhereTheyAreNarrow) {
  const std::uint64_t points = 1'000'000'000'000;
  const Permutation strata(points, 1, 0);
  const LatinHypercube design(points, {range()}, 1);
  for (std::uint64_t p = 0; p < 2000; ++p) {
    const double unit = at(design, p * 499'999'999)[0];
    EXPECT_GE(unit, 0.0);
    EXPECT_LT(unit, 1.0);
    EXPECT_NEAR(unit * 1e12, static_cast<double>(strata(p * 499'999'999)) + 0.5, 0.501);
  }
}

RC_GTEST_PROP(Permutation, ReachesEveryNumberOnce, ()) {
  const auto n = *rc::gen::inRange<std::uint64_t>(1, 1500);
  const Permutation permutation(n, *rc::gen::arbitrary<unsigned>(), 2);
  std::set<std::uint64_t> reached;
  for (std::uint64_t k = 0; k < n; ++k) reached.insert(permutation(k));
  RC_ASSERT(reached.size() == n);
  RC_ASSERT(*reached.rbegin() == n - 1);
}

TEST(Permutation, IsAnyOfSixOfThreeNumbersEquallyOften) {
  std::map<std::vector<std::uint64_t>, int> times;
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    const Permutation permutation(3, seed, 0);
    ++times[{permutation(0), permutation(1), permutation(2)}];
  }
  ASSERT_EQ(times.size(), 6u);
  for (const auto& [order, count] : times) EXPECT_NEAR(count, 1000, 130);  // 4.5 deviations
}

}  // namespace
}  // namespace entente

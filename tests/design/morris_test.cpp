#include "analysis/design/morris.h"

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

RC_GTEST_PROP(Morris, StepsOneFactorAtATimeAcrossHalfItsLevels, ()) {
  const std::uint64_t p = 2 * *rc::gen::inRange<std::uint64_t>(1, 6);
  const std::uint64_t values = *rc::gen::inRange<std::uint64_t>(2, 7);
  const std::vector<Factor> factors{range(), choice(values), range(), choice(2)};
  const Morris design(20, p, factors, *rc::gen::arbitrary<unsigned>());
  const std::uint64_t trajectory = *rc::gen::inRange<std::uint64_t>(0, 20);
  const auto steps = design.steps(trajectory);
  std::set<std::size_t> moved;
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const auto before = at(design, trajectory * 5 + s), after = at(design, trajectory * 5 + s + 1);
    const std::size_t j = steps[s].factor;
    moved.insert(j);
    for (std::size_t other = 0; other < 4; ++other)
      if (other != j) RC_ASSERT(before[other] == after[other]);
    const double change = after[j] - before[j];
    const double levels = static_cast<double>(factors[j].discrete ? factors[j].levels : p);
    RC_ASSERT(std::signbit(change) == std::signbit(steps[s].share));
    RC_ASSERT(std::abs(std::abs(steps[s].share) - std::floor(levels / 2) / (levels - 1)) < 1e-12);
    const double wanted = factors[j].discrete ? std::floor(levels / 2) / levels
                                              : levels / (2 * (levels - 1));  // Morris's Δ
    RC_ASSERT(std::abs(std::abs(change) - wanted) < 1e-12);
  }
  RC_ASSERT(moved.size() == 4u);
}

TEST(Morris, MeetsEveryLevelDirectionAndOrderEquallyOften) {
  const std::uint64_t trajectories = 6000;
  const Morris design(trajectories, 4, {range(), choice(2), range()}, 1);
  std::map<double, int> starts;
  std::map<std::vector<std::size_t>, int> orders;
  int rises = 0;
  for (std::uint64_t t = 0; t < trajectories; ++t) {
    ++starts[std::round(at(design, 4 * t)[0] * 3)];
    std::vector<std::size_t> order;
    for (const MorrisStep& step : design.steps(t)) {
      order.push_back(step.factor);
      if (step.factor == 1 && step.share > 0) ++rises;
    }
    ++orders[order];
  }
  ASSERT_EQ(starts.size(), 4u);
  ASSERT_EQ(orders.size(), 6u);
  // Four and a half standard deviations of a count.
  for (const auto& [level, count] : starts) EXPECT_NEAR(count, 1500, 151);
  for (const auto& [order, count] : orders) EXPECT_NEAR(count, 1000, 130);
  EXPECT_NEAR(rises, 3000, 174);
}

TEST(Morris, IsWholeTrajectoriesFromTheFirstPointOn) {
  const std::vector<Factor> factors{range(), range()};
  const Morris few(3, 4, factors, 5), many(1000, 4, factors, 5);
  for (std::uint64_t p = 0; p < few.points(); ++p) EXPECT_EQ(at(few, p), at(many, p));
}

}  // namespace
}  // namespace entente

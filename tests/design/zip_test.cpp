#include "analysis/design/zip.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <set>

#include "analysis/design/stride.h"
#include "tests/design/designs.h"

namespace entente {
namespace {

using designs::at;
using designs::choice;
using designs::range;

TEST(Zip, TakesTheSameLevelOfEveryFactor) {
  const Zip zip(3, {range(), choice(3)});
  ASSERT_EQ(zip.points(), 3u);
  EXPECT_EQ(at(zip, 0), (std::vector{0.0, 0.5 / 3}));
  EXPECT_EQ(at(zip, 1), (std::vector{0.5, 1.5 / 3}));
  EXPECT_EQ(at(zip, 2), (std::vector{1.0, 2.5 / 3}));
}

RC_GTEST_PROP(Zip, RunsEveryLevelOnceAndLeavesNoLongGapAtAnyTime, ()) {
  const auto levels = *rc::gen::inRange<std::uint64_t>(2, 1200);
  const Zip zip(levels, {range()});
  std::set<std::uint64_t> run;
  for (std::uint64_t k = 0; k < levels; ++k) {
    run.insert(zip.in_order(k));
    if (k < 4) continue;
    std::uint64_t gap = levels - *run.rbegin() + *run.begin(), last = *run.begin();
    for (const std::uint64_t level : run) gap = std::max(gap, level - std::exchange(last, level));
    RC_ASSERT(gap * (k + 1) <= 6 * levels);  // six times as long as even spacing would leave
  }
  RC_ASSERT(run.size() == levels);
}

RC_GTEST_PROP(Stride, IsCoprimeAndKeepsLargeProductsExact, ()) {
  const auto n = *rc::gen::inRange<std::uint64_t>(1, 1'000'000'000'000);
  const std::uint64_t step = stride(n, golden_share);
  RC_ASSERT(std::gcd(step, n) == 1u);
  const auto k = *rc::gen::inRange<std::uint64_t>(0, n);
  const std::uint64_t next = (strided(k, step, n) + step) % n;
  RC_ASSERT(strided((k + 1) % n, step, n) == next);
}

}  // namespace
}  // namespace entente

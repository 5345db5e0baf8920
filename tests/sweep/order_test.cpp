#include "analysis/sweep/order.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/sweep/plans.h"

namespace entente {
namespace {

std::vector<std::uint64_t> points_of(const Order& order) {
  std::vector<std::uint64_t> points;
  for (std::uint64_t k = 0; k < order.points(); ++k) points.push_back(order.point(k));
  return points;
}

RC_GTEST_PROP(Order, ShardsPartitionThePointsIntoPartsOfEqualSize, ()) {
  const Plan plan(plans::grid_study(*rc::gen::inRange(1, 12), *rc::gen::inRange(1, 12),
                                    *rc::gen::inRange(1, 4), *rc::gen::inRange<std::size_t>(1, 4)));
  const auto count = *rc::gen::inRange<std::uint64_t>(1, 20);
  std::multiset<std::uint64_t> seen;
  std::uint64_t least = plan.points(), most = 0, runs = 0;
  for (std::uint64_t index = 1; index <= count; ++index) {
    const Order order(plan, {index, count});
    const auto points = points_of(order);
    seen.insert(points.begin(), points.end());
    least = std::min(least, order.points());
    most = std::max(most, order.points());
    runs += order.runs();
  }
  RC_ASSERT(seen.size() == plan.points());
  RC_ASSERT((std::set<std::uint64_t>(seen.begin(), seen.end()).size()) == plan.points());
  RC_ASSERT(*seen.rbegin() == plan.points() - 1);
  RC_ASSERT(most - least <= 1);
  RC_ASSERT(runs == plan.numbering().runs());
}

TEST(Order, AShardHasOneOfEveryNPointsInARow) {
  const Plan plan(plans::grid_study(10));
  const auto whole = points_of({plan, {}});
  ASSERT_EQ(whole.size(), 10u);
  for (std::uint64_t index = 1; index <= 4; ++index) {
    const auto points = points_of({plan, {index, 4}});
    for (std::size_t k = 0; k < points.size(); ++k) {
      const auto row = whole.begin() + static_cast<std::ptrdiff_t>(4 * k);
      const auto end = whole.end() - row > 4 ? row + 4 : whole.end();
      EXPECT_NE(std::find(row, end, points[k]), end);
    }
  }
}

TEST(Order, AShardIsSpreadOverAGridWhosePeriodItHas) {
  const Plan plan(plans::grid_study(8, 8));
  for (std::uint64_t index = 1; index <= 8; ++index) {
    std::set<std::uint64_t> rows, columns;
    for (const std::uint64_t point : points_of({plan, {index, 8}})) {
      rows.insert(point / 8);
      columns.insert(point % 8);
    }
    EXPECT_GE(rows.size(), 4u);
    EXPECT_GE(columns.size(), 4u);
  }
}

}  // namespace
}  // namespace entente

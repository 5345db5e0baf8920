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

TEST(Order, AShardHasEveryNthPointOfTheWholeOrder) {
  const Plan plan(plans::grid_study(10));
  const auto whole = points_of({plan, {}});
  ASSERT_EQ(whole.size(), 10u);
  EXPECT_EQ(points_of({plan, {2, 4}}), (std::vector{whole[1], whole[5], whole[9]}));
  EXPECT_EQ(points_of({plan, {3, 4}}), (std::vector{whole[2], whole[6]}));
  EXPECT_EQ(Order(plan, {12, 12}).points(), 0u);
}

}  // namespace
}  // namespace entente

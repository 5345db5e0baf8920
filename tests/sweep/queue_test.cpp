#include "analysis/sweep/queue.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "tests/sweep/plans.h"

namespace entente {
namespace {

const auto nothing_done = [](std::uint64_t) { return false; };

RC_GTEST_PROP(Queue, HandsOutEachRunThatIsNotDoneOnceWhateverThePortions, ()) {
  const Plan plan(plans::grid_study(*rc::gen::inRange(1, 8), *rc::gen::inRange(1, 5),
                                    *rc::gen::inRange(1, 5), *rc::gen::inRange<std::size_t>(1, 4)));
  const auto done = *rc::gen::container<std::set<std::uint64_t>>(
      rc::gen::inRange<std::uint64_t>(0, plan.numbering().runs()));
  const auto count = *rc::gen::inRange<std::uint64_t>(1, 5);
  std::multiset<std::uint64_t> handed;
  for (std::uint64_t index = 1; index <= count; ++index) {
    Queue queue(plan, {index, count}, [&](std::uint64_t run) { return done.contains(run); });
    for (auto portion = queue.next(); !portion.empty(); portion = queue.next()) {
      for (const RunKey& key : portion) handed.insert(plan.numbering().number_of(key));
      queue.took(portion.size(), Queue::Seconds{*rc::gen::element(0.0, 1e-4, 0.03, 0.2, 50.0)});
    }
    RC_ASSERT(queue.next().empty());
  }
  for (std::uint64_t run = 0; run < plan.numbering().runs(); ++run)
    RC_ASSERT(handed.count(run) == (done.contains(run) ? 0u : 1u));
}

TEST(Queue, GoesByPointsThenReplicatesThenVariants) {
  const Plan plan(plans::grid_study(3, 1, 2, 2));
  Queue queue(plan, {}, nothing_done);
  std::vector<RunKey> found, expected;
  for (auto portion = queue.next(); !portion.empty(); portion = queue.next())
    found.insert(found.end(), portion.begin(), portion.end());
  for (std::uint64_t k = 0; k < 3; ++k)
    for (std::uint64_t replicate = 0; replicate < 2; ++replicate)
      for (std::size_t variant = 0; variant < 2; ++variant)
        expected.push_back({plan.in_order(k), replicate, variant});
  EXPECT_EQ(found, expected);
}

TEST(Queue, APortionGrowsTwofoldAtMostAndToNoMoreThanTheLargest) {
  const Plan plan(plans::grid_study(100, 100, 10));
  Queue queue(plan, {}, nothing_done);
  std::size_t expected = 1;
  for (int k = 0; k < 20; ++k) {
    const auto portion = queue.next();
    EXPECT_EQ(portion.size(), expected);
    queue.took(portion.size(), Queue::Seconds{0.0});
    expected = std::min(2 * expected, Queue::largest_portion);
  }
}

TEST(Queue, APortionFitsItsTimeAndIsNeverEmpty) {
  const Plan plan(plans::grid_study(100, 100));
  Queue queue(plan, {}, nothing_done);
  for (int k = 0; k < 8; ++k) queue.took(queue.next().size(), Queue::Seconds{0.0});
  queue.took(100, Queue::Seconds{1.0});
  EXPECT_EQ(queue.next().size(), 10u);  // a hundred a second are ten in a tenth
  queue.took(1, Queue::Seconds{3600.0});
  EXPECT_EQ(queue.next().size(), 1u);
  queue.took(1, Queue::Seconds{0.05});
  EXPECT_EQ(queue.next().size(), 2u);
}

}  // namespace
}  // namespace entente

#include "analysis/ensemble/summary.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

TEST(Quantile, InterpolatesBetweenOrderStatistics) {
  std::vector<double> values{4, 1, 3, 2};
  EXPECT_DOUBLE_EQ(quantile(values, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile(values, 0.9), 3.7);
  EXPECT_DOUBLE_EQ(quantile(values, 1.0), 4.0);
  EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

RC_GTEST_PROP(Quantile, LeavesItsShareOfTheValuesBelow, (std::vector<double> values)) {
  RC_PRE(!values.empty());
  auto sorted = values;
  std::sort(sorted.begin(), sorted.end());
  const auto last = static_cast<double>(values.size() - 1);
  const double median = quantile(values, 0.5);
  RC_ASSERT(median >= sorted[static_cast<std::size_t>(std::floor(0.5 * last))]);
  RC_ASSERT(median <= sorted[static_cast<std::size_t>(std::ceil(0.5 * last))]);
}

Decision decision(std::int64_t tick, Index actor, Index target, int from, int to) {
  return {tick, ChoiceLayer::sanctions, actor, target, from, to, 0.5};
}

TEST(Moves, CountsRunsOnceAndNotchesEach) {
  Moves moves;
  moves.add(std::vector{decision(4, 0, 1, 0, 1), decision(9, 0, 1, 1, 2), decision(9, 2, 0, 1, 0)});
  moves.add(std::vector{decision(6, 0, 1, 0, 1), decision(7, 0, 1, 1, 0)});
  moves.add(std::vector<Decision>{});
  const auto ranked = moves.ranked();
  ASSERT_EQ(ranked.size(), 2u);
  EXPECT_EQ(ranked[0].actor, 0);
  EXPECT_EQ(ranked[0].runs_raised, 2u);
  EXPECT_EQ(ranked[0].raises, 3u);
  EXPECT_EQ(ranked[0].runs_lowered, 1u);
  EXPECT_EQ(ranked[0].median_first_raise(), 4);
  EXPECT_EQ(ranked[1].actor, 2);
  EXPECT_EQ(ranked[1].runs_raised, 0u);
  EXPECT_EQ(ranked[1].lowers, 1u);
}

TEST(Company, FindsTheCampsThatRunsShareAndWhoIsUndecided) {
  Company company(
      5);  // 0 and 1 against 2 and 3; 4 goes either way, with the second side more often
  for (int run = 0; run < 10; ++run) company.add({1, 1, -1, -1, run < 4 ? 1 : -1});
  EXPECT_DOUBLE_EQ(company.together(0, 1), 1.0);
  EXPECT_DOUBLE_EQ(company.together(0, 2), 0.0);
  EXPECT_DOUBLE_EQ(company.together(0, 4), 0.4);
  const Camps camps = company.camps();
  ASSERT_EQ(camps.one.size(), 2u);
  ASSERT_EQ(camps.other.size(), 3u);
  EXPECT_EQ(camps.other[2].actor, 4);
  EXPECT_DOUBLE_EQ(camps.other[2].loyalty, 0.6);
  EXPECT_GT(camps.other[0].loyalty, camps.other[2].loyalty);
}

TEST(Summary, SpreadsAreThoseOfTheRecords) {
  Ensemble ensemble = ensemble_of(small_world(), {"base", "no-visit"});
  ensemble.runs = 21;
  Summary summary(ensemble, 5);
  Keeper keeper;
  Sink* const sinks[] = {&summary, &keeper};
  const std::atomic<bool> stop{false};
  conduct(ensemble, sinks, 2, stop);
  EXPECT_EQ(summary.ticks(), (std::vector<std::int64_t>{0, 10, 20, 30, 40}));
  EXPECT_EQ(summary.runs(1), 21u);
  EXPECT_EQ(summary.kept(1), 21u);
  std::vector<double> ends, metrics;
  for (const RunRecord& record : keeper.records) {
    if (record.variant != 1) continue;
    ends.push_back(record.series(40, 0));
    metrics.push_back(record.metrics(10, 2));
  }
  EXPECT_EQ(summary.series(1, 0, 4).median, quantile(ends, 0.5));
  EXPECT_EQ(summary.series(1, 0, 4).low, quantile(ends, 0.05));
  EXPECT_EQ(summary.metric(1, 2, 1).high, quantile(metrics, 0.95));
}

TEST(Summary, LeavesFailedRunsOut) {
  Ensemble ensemble = ensemble_of(escaping_world(), {"base"});
  ensemble.runs = 40;
  Summary summary(ensemble, 2);
  Sink* const sinks[] = {&summary};
  const std::atomic<bool> stop{false};
  const Tally tally = conduct(ensemble, sinks, 2, stop);
  EXPECT_EQ(summary.runs(0), 40 - tally.failed);
  EXPECT_TRUE(std::isfinite(summary.series(0, 0, 1).high));
}

}  // namespace
}  // namespace entente

#include "analysis/ensemble/attribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/core/error.h"
#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

Ensemble explained(const Scenario& scenario, const std::string& path, std::uint64_t runs) {
  Ensemble ensemble = ensemble_of(scenario, {"base"});
  ensemble.runs = runs;
  ensemble.explain({path});
  return ensemble;
}

/// The attribution of a whole ensemble, at six moments.
struct Conducted {
  explicit Conducted(const Ensemble& ensemble) : attribution(ensemble, 6) {
    Sink* const sinks[] = {&attribution};
    const std::atomic<bool> stop{false};
    conduct(ensemble, sinks, 2, stop);
  }
  Attribution attribution;
};

TEST(Attribution, ItsMeansAreThoseOfTheRecords) {
  const Ensemble ensemble = explained(small_world(), "alignment.north.east", 30);
  const auto records = records_of(ensemble, 2);
  Attribution attribution(ensemble, 6);
  for (const auto& record : records) attribution.take({&record, 1});
  EXPECT_EQ(attribution.kept(), 30u);
  EXPECT_THAT(attribution.ticks(), ::testing::ElementsAre(0, 8, 16, 24, 32, 40));
  const std::size_t parts = ensemble.chart.parts.size();
  for (std::size_t p = 0; p < parts; ++p) {
    double mean = 0.0, least = 1e9, most = -1e9;
    for (const auto& record : records) {
      const double value = record.ledger.parts[24 * parts + p];
      mean += value / 30;
      least = std::min(least, value);
      most = std::max(most, value);
    }
    const Share share = attribution.part(p, 3);
    EXPECT_NEAR(share.mean, mean, 1e-12);
    EXPECT_GE(share.low, least);
    EXPECT_LE(share.high, most);
    EXPECT_LE(share.low, share.high);
  }
}

TEST(Attribution, TheMeansOfThePartsSumToTheMeanChange) {
  const Ensemble ensemble = explained(small_world(), "alignment.north.east", 20);
  const Conducted conducted(ensemble);
  const Attribution& attribution = conducted.attribution;
  for (std::size_t moment = 0; moment < 6; ++moment) {
    double sum = 0.0;
    for (std::size_t p = 0; p < ensemble.chart.parts.size(); ++p)
      sum += attribution.part(p, moment).mean;
    EXPECT_NEAR(sum, attribution.change(moment).mean, 1e-9);
    EXPECT_NEAR(attribution.affinity(moment).mean - attribution.affinity(0).mean,
                attribution.change(moment).mean, 1e-12);
  }
  EXPECT_NEAR(attribution.events(5).mean, 0.3 * 0.4, 1e-12);
  EXPECT_NEAR(attribution.alignment(0).mean, -0.3, 1e-12);
}

TEST(Attribution, TheTypicalReplicateEndsNearestToTheMedian) {
  const Ensemble ensemble = explained(small_world(), "alignment.west.south", 15);
  const auto typical = Conducted(ensemble).attribution.typical_replicate();
  std::vector<std::pair<double, std::uint64_t>> ends;
  for (const auto& record : records_of(ensemble, 1))
    ends.emplace_back(record.ledger.affinity.back(), record.replicate);
  std::sort(ends.begin(), ends.end());
  EXPECT_EQ(typical, ends[7].second);
}

TEST(Attribution, LeavesFailedRunsOut) {
  const Ensemble ensemble = explained(escaping_world(), "alignment.a.b", 40);
  const auto records = records_of(ensemble, 2);
  const auto finished =
      std::count_if(records.begin(), records.end(), [](const auto& r) { return !r.failed(); });
  ASSERT_GT(finished, 0);
  ASSERT_LT(finished, 40);
  const Conducted conducted(ensemble);
  const Attribution& attribution = conducted.attribution;
  EXPECT_EQ(attribution.kept(), static_cast<std::size_t>(finished));
  EXPECT_TRUE(std::isfinite(attribution.change(5).mean));
  for (const auto& record : records)
    EXPECT_EQ(std::isnan(record.ledger.affinity.back()), record.failed());
}

TEST(Ensemble, ALedgerChangesNoBit) {
  Ensemble ensemble = ensemble_of(small_world(), {"base", "no-visit"});
  ensemble.runs = 8;
  const auto without = records_of(ensemble, 2);
  ensemble.explain({"alignment.north.east", "alignment.east.north", "alignment.west.south"});
  const auto with = records_of(ensemble, 2);
  ASSERT_EQ(with.size(), without.size());
  for (std::size_t r = 0; r < with.size(); ++r) {
    EXPECT_EQ(with[r].series, without[r].series);
    EXPECT_EQ(with[r].metrics, without[r].metrics);
    EXPECT_TRUE(without[r].ledger.parts.empty());
    EXPECT_FALSE(with[r].ledger.parts.empty());
  }
}

TEST(Ensemble, KeepsALedgerOfWhatTheScenarioExplains) {
  Scenario scenario = small_world();
  scenario.output.explain = {{"alignment.north.west", {}}};
  EXPECT_THAT(ensemble_of(scenario, {"base"}).explained,
              ::testing::ElementsAre("alignment.north.west"));
}

TEST(Ensemble, ExplainsNoUnknownDyad) {
  Ensemble ensemble = ensemble_of(small_world(), {"base"});
  EXPECT_THROW(ensemble.explain({"alignment.north.weast"}), InputError);
  EXPECT_THROW(ensemble.explain({"dependence.north.west"}), InputError);
}

}  // namespace
}  // namespace entente

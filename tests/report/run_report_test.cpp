#include "analysis/report/run_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "analysis/ensemble/summary.h"
#include "analysis/explain/inputs.h"
#include "analysis/metrics/catalogue.h"
#include "analysis/report/page_template.h"
#include "sim/core/error.h"
#include "sim/scenario/edit.h"
#include "tests/ensemble/small_world.h"
#include "tests/report/decoded_page.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

/// The page of a scenario's first replicates.
std::string page_of(const Scenario& scenario, std::uint64_t runs, bool all_variants = true,
                    int threads = 2) {
  Ensemble ensemble = ensemble_of(
      scenario, all_variants ? variant_ids(scenario) : std::vector<std::string>{"base"});
  ensemble.runs = runs;
  RunReport report(scenario, ensemble);
  const std::atomic<bool> stop{false};
  return report.page(conduct(report.ensemble(), report.sinks(), threads, stop));
}

class RunReports : public ::testing::Test {
 protected:
  void SetUp() override {
    if (page_template().empty()) GTEST_SKIP() << "this build has no page: Node.js was missing";
  }
};

constexpr std::uint64_t runs = 12;

/// The records of the same runs, by variant.
std::vector<std::vector<RunRecord>> records_of(const Scenario& scenario, Recording recording) {
  Ensemble ensemble = ensemble_of(scenario, variant_ids(scenario));
  ensemble.runs = runs;
  ensemble.recording = recording;
  std::vector<std::vector<RunRecord>> by_variant(ensemble.variants.size());
  for (const RunRecord& record : entente::records_of(ensemble, 2))
    by_variant[record.variant].push_back(record);
  return by_variant;
}

TEST_F(RunReports, ShowTheQuantilesOfTheRuns) {
  const Scenario scenario = small_world();
  const DecodedPage page(page_of(scenario, runs));
  const auto records = records_of(scenario, Recording::watch);
  const std::size_t paths = scenario.output.watch.size();
  for (std::size_t v = 0; v < records.size(); ++v) {
    const auto fans = page.numbers(page["variants"][v]["fans"]);
    const auto moments = static_cast<std::size_t>(records[v][0].series.rows());
    for (std::size_t s = 0; s < paths + metric_names().size(); ++s)
      for (std::size_t m = 0; m < moments; ++m) {
        std::vector<double> values;
        for (const RunRecord& record : records[v])
          values.push_back(
              s < paths ? record.series(static_cast<Index>(m), static_cast<Index>(s))
                        : record.metrics(static_cast<Index>(m), static_cast<Index>(s - paths)));
        const double* fan = &fans[(s * moments + m) * 5];
        EXPECT_NEAR(fan[2], quantile(values, 0.5), 1e-6);
        EXPECT_NEAR(fan[0], quantile(values, 0.05), 1e-6);
        EXPECT_NEAR(fan[4], quantile(values, 0.95), 1e-6);
      }
  }
}

TEST_F(RunReports, ShowTheMeanRelationsOfTheRuns) {
  const Scenario scenario = small_world();
  const DecodedPage page(page_of(scenario, runs));
  const auto records = records_of(scenario, Recording::full)[0];
  const Json& relations = page["variants"][0]["relations"];
  const auto alignment = page.numbers(relations["alignment"]);
  const auto sanctioning = page.numbers(relations["sanctioning"]);
  const auto support = page.numbers(relations["support"]);
  ASSERT_EQ(alignment.size(), records[0].layers.alignment.size());  // every moment has a frame
  for (std::size_t k = 0; k < alignment.size(); ++k) {
    double sum = 0.0, sanctions = 0.0, levels = 0.0;
    for (const RunRecord& record : records) {
      sum += record.layers.alignment[k];
      sanctions += record.layers.sanctions[k] > 0 ? 1.0 : 0.0;
      levels += record.layers.support[k];
    }
    EXPECT_NEAR(alignment[k], sum / runs, 1e-4);
    EXPECT_NEAR(sanctioning[k], sanctions / runs, 1e-4);
    EXPECT_NEAR(support[k], levels / runs, 1e-3);
  }
}

TEST_F(RunReports, AccountForEveryChangeOfEveryDyad) {
  const DecodedPage page(page_of(small_world(), runs));
  const Json& ledger = page["variants"][2]["ledger"];
  const std::size_t dyads = ledger["dyads"].size(), moments = ledger["moments"].size(),
                    parts = ledger["parts"].size();
  EXPECT_EQ(dyads, 12U);  // every one of four actors
  const auto means = page.numbers(ledger["means"]), affinity = page.numbers(ledger["affinity"]);
  for (std::size_t d = 0; d < dyads; ++d)
    for (std::size_t m = 0; m < moments; ++m) {
      const auto first = means.begin() + static_cast<std::ptrdiff_t>((d * moments + m) * parts);
      const double sum = std::accumulate(first, first + static_cast<std::ptrdiff_t>(parts), 0.0);
      const double change = affinity[d * moments + m] - affinity[d * moments];
      EXPECT_NEAR(sum, change, 1e-4 * static_cast<double>(parts));
    }
}

TEST_F(RunReports, TellEveryDecisionOfTheRunsShownWithItsReasons) {
  const Scenario scenario = small_world();
  const DecodedPage page(page_of(scenario, runs));
  const auto records = records_of(scenario, Recording::watch);
  for (std::size_t v = 0; v < records.size(); ++v) {
    std::size_t decisions = 0;
    for (const RunRecord& record : records[v]) decisions += record.decisions.size();
    const Json& told = page["variants"][v]["decisions"];
    EXPECT_EQ(page["variants"][v]["singles"]["replicates"].size(), runs);
    EXPECT_EQ(told.size(), decisions);
    EXPECT_GT(decisions, 0U);
    for (const Json& decision : told) {
      if (decision["parts"].empty()) continue;  // a commitment called for it
      double sum = 0.0;
      for (const Json& part : decision["parts"]) sum += part["utility"].get<double>();
      EXPECT_NEAR(sum, decision["utility"].get<double>(), 1e-9);
    }
  }
}

TEST_F(RunReports, CompareEveryVariantWithTheFirst) {
  const DecodedPage page(page_of(small_world(), runs));
  const Json& comparison = page["comparison"];
  EXPECT_EQ(comparison["pairs"], runs);
  ASSERT_EQ(comparison["variants"].size(), 2U);
  EXPECT_TRUE(comparison["variants"][0]["same"].get<bool>());  // the variant "same"
  EXPECT_FALSE(comparison["variants"][1]["same"].get<bool>());
  const Json& end = comparison["variants"][1]["differences"].back();
  EXPECT_EQ(end.size(), page["series"].size());
  EXPECT_NEAR(end[0]["difference"].get<double>(),
              end[0]["variant"].get<double>() - end[0]["reference"].get<double>(), 1e-12);
}

TEST_F(RunReports, AreTheSameWhateverTheThreads) {
  const Scenario scenario = small_world();
  EXPECT_EQ(page_of(scenario, runs, true, 1), page_of(scenario, runs, true, 3));
}

TEST_F(RunReports, NameEveryInputWithItsBasis) {
  const Scenario scenario = small_world();
  const DecodedPage page(page_of(scenario, 2));
  std::size_t numbers = 0;
  for (const Json& input : page["inputs"]) numbers += input["numbers"].size();
  EXPECT_EQ(page["grounds"]["numbers"], numbers);
  EXPECT_EQ(page["inputs"].size(), inputs_of(scenario).size());
  const Json& ledger = page["variants"][0]["ledger"];
  for (std::size_t d = 0; d < ledger["dyads"].size(); ++d) {
    const auto name = [&](std::size_t end) {
      return scenario.actors[ledger["dyads"][d][end].get<std::size_t>()].id;
    };
    EXPECT_EQ(ledger["inputs"][d].size(), inputs_of(scenario, name(0), name(1)).size());
  }
}

TEST_F(RunReports, ShowShocksAndTheCredibilityThatResolveGives) {
  Scenario scenario = small_world();
  EventEntry& shock = scenario.events.emplace_back();
  shock.id = "unrest";
  shock.date = scenario.start;
  shock.type = EventType::shock;
  shock.mean = -0.5;
  shock.spread = 0.25;
  scenario.events.push_back(shock);
  scenario.events.back().id = "between";
  scenario.events.back().actors = {{"north", {}}, {"east", {}}};
  CommitmentEntry& threat = scenario.commitments.emplace_back();
  threat.id = "threat";
  threat.by = "east";
  threat.when = "support.north.west >= 3";
  threat.then = "sanctions.east.north = 2";
  threat.resolve = -1.0;
  const DecodedPage page(page_of(scenario, 2, false));
  const Json& events = page["variants"][0]["events"];
  EXPECT_EQ(events[0]["text"], "normal shock among all: mean −0.5, spread 0.25");
  EXPECT_EQ(events[0]["part"], "event.unrest");
  EXPECT_EQ(events[0]["actors"].size(), scenario.actors.size());
  EXPECT_EQ(events[1]["text"], "normal shock among north, east: mean −0.5, spread 0.25");
  EXPECT_EQ(events[1]["actors"].size(), 2U);
  EXPECT_EQ(page["variants"][0]["commitments"][0]["credibility"], 0.5);
}

TEST_F(RunReports, OfASingleRunHaveNoIntervals) {
  const DecodedPage page(page_of(small_world(), 1, false));
  EXPECT_TRUE(page["comparison"].is_null());
  EXPECT_FALSE(page["findings"].empty());
  EXPECT_THAT(page["findings"][0]["detail"].get<std::string>(), HasSubstr("one run"));
  EXPECT_THAT(page["findings"][0]["text"].get<std::string>(), ::testing::Not(HasSubstr("90 %")));
}

TEST_F(RunReports, LeaveFailedRunsOut) {
  Scenario scenario = escaping_world();
  const DecodedPage page(page_of(scenario, 20));
  const auto failed = page["made"]["failed"].get<std::uint64_t>();
  EXPECT_GT(failed, 0U);
  EXPECT_EQ(page["variants"][0]["finished"].get<std::uint64_t>() + failed, 20U);
  EXPECT_THAT(page["made"]["failures"][0]["message"].get<std::string>(), HasSubstr("alignment"));
}

TEST_F(RunReports, OfRunsThatAllFailedAreNone) {
  Scenario scenario = escaping_world();
  set_path(scenario, "dynamics.alignment.balance.rate", "1000");
  try {
    page_of(scenario, 2);
    FAIL() << "a report of nothing";
  } catch (const RunError& error) {
    EXPECT_THAT(error.what(), HasSubstr("no run went to its end"));
  }
}

TEST_F(RunReports, HoldTheScenarioThatWasRun) {
  const Scenario scenario = small_world();
  const DecodedPage page(page_of(scenario, 1, false));
  const auto text = page["made"]["scenario"]["toml"].get<std::string>();
  const auto again = parse_scenario(text, "embedded", "").scenario;
  EXPECT_EQ(page_of(scenario, 1, false), page_of(again, 1, false));
}

}  // namespace
}  // namespace entente

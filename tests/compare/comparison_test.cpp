#include "analysis/compare/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/compare/comparison_json.h"
#include "sim/core/error.h"
#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

Date date(std::string_view text) { return *parse_date(text); }

/// The variants of a scenario compared, with all its records besides.
struct Study {
  Study(const Scenario& scenario, const std::vector<std::string>& variants, std::uint64_t runs,
        CompareWhat what, int threads = 2, Recording recording = Recording::watch)
      : ensemble(prepared(scenario, variants, runs, what)), comparison(ensemble, what) {
    ensemble.recording = recording;
    Sink* const sinks[] = {&comparison, &keeper};
    const std::atomic<bool> stop{false};
    tally = conduct(ensemble, sinks, threads, stop);
  }
  static Ensemble prepared(const Scenario& scenario, const std::vector<std::string>& variants,
                           std::uint64_t runs, const CompareWhat& what) {
    Ensemble ensemble = ensemble_of(scenario, variants);
    ensemble.runs = runs;
    Comparison::prepare(ensemble, what);
    return ensemble;
  }
  const PairedDifference& difference(const std::string& name, std::size_t variant = 1,
                                     std::size_t moment = 0) {
    contrasts = comparison.contrasts(variant);
    const auto& outcomes = comparison.outcomes();
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [&](const auto& outcome) { return outcome.name == name; });
    EXPECT_NE(found, outcomes.end()) << name;
    return contrasts[moment].differences[static_cast<std::size_t>(found - outcomes.begin())];
  }

  Ensemble ensemble;
  Comparison comparison;
  Keeper keeper;
  Tally tally;
  std::vector<Comparison::Contrast> contrasts;
};

TEST(Comparison, OfAVariantThatChangesNothingFindsNoDifference) {
  Study study(small_world(), {"base", "same"}, 20, {{10, 40}, {}});
  EXPECT_EQ(study.comparison.pairs(), 20u);
  for (const auto& contrast : study.comparison.contrasts(1)) {
    EXPECT_TRUE(contrast.same());
    for (const auto& difference : contrast.differences) {
      EXPECT_TRUE(difference.exact);
      EXPECT_EQ(difference.difference, 0.0);
    }
  }
}

TEST(Comparison, FindsADifferenceOnlyAfterItsCause) {
  Study study(small_world(), {"base", "no-visit"}, 20, {{8, 9, 40}, {}});  // the visit is in tick 8
  const auto contrasts = study.comparison.contrasts(1);
  EXPECT_TRUE(contrasts[0].same());
  EXPECT_FALSE(contrasts[1].same());
  EXPECT_FALSE(contrasts[2].same());
}

TEST(Comparison, ItsDifferencesAreThoseOfTheRecords) {
  Study study(small_world(), {"base", "no-visit"}, 15, {{25}, {}});
  double base = 0.0, variant = 0.0;
  for (const RunRecord& record : study.keeper.records)
    (record.variant == 0 ? base : variant) += record.series(25, 0) / 15.0;
  const auto& found = study.difference("alignment.north.south");
  EXPECT_NEAR(found.reference, base, 1e-12);
  EXPECT_NEAR(found.variant, variant, 1e-12);
  EXPECT_NEAR(found.difference, variant - base, 1e-12);
}

TEST(Comparison, ASharePassesInTheRunsInWhichTheTestHolds) {
  const PathTest test = parse_test("alignment.north.south > -0.45", small_world());
  Study study(small_world(), {"base", "no-visit"}, 40, {{40}, {test}});
  int base = 0, variant = 0;
  for (const RunRecord& record : study.keeper.records)
    (record.variant == 0 ? base : variant) += test.test(record.series(40, 0)) ? 1 : 0;
  const auto& found = study.difference(test.text);
  EXPECT_GT(base, 0);
  EXPECT_LT(base, 40);
  EXPECT_DOUBLE_EQ(found.reference, base / 40.0);
  EXPECT_DOUBLE_EQ(found.variant, variant / 40.0);
}

TEST(Comparison, AFlipIsALevelThatEndsElsewhere) {
  Study study(small_world(), {"base", "no-visit"}, 40, {{40}, {}}, 2, Recording::full);
  const auto flips = study.comparison.contrasts(1).front().flips;
  ASSERT_FALSE(flips.empty());
  for (std::size_t k = 1; k < flips.size(); ++k) EXPECT_GE(flips[k - 1].pairs(), flips[k].pairs());
  for (const Flip& flip : flips) {
    const auto at = static_cast<std::size_t>(40 * 16 + flip.actor * 4 + flip.target);
    std::uint64_t higher = 0, lower = 0;
    for (std::size_t k = 0; k < study.keeper.records.size(); k += 2) {
      const auto level = [&](std::size_t record) {
        const LayerHistory& layers = study.keeper.records[record].layers;
        return flip.layer == ChoiceLayer::sanctions ? layers.sanctions[at] : layers.support[at];
      };
      higher += level(k + 1) > level(k) ? 1 : 0;
      lower += level(k + 1) < level(k) ? 1 : 0;
    }
    EXPECT_EQ(flip.higher, higher);
    EXPECT_EQ(flip.lower, lower);
  }
}

TEST(Comparison, LeavesOutAndCountsWhatFailsInAnyVariant) {
  Scenario scenario = escaping_world();
  scenario.variants.emplace_back().id = "same";
  Study study(scenario, {"base", "same"}, 40, {{300}, {}});
  EXPECT_GT(study.comparison.left_out(), 0u);
  EXPECT_EQ(2 * study.comparison.left_out(), study.tally.failed);
  EXPECT_EQ(study.comparison.pairs() + study.comparison.left_out(), 40u);
  EXPECT_TRUE(std::isfinite(study.difference("alignment.a.b").reference));
}

TEST(Comparison, GivesTheSameBytesWhateverTheThreads) {
  const auto json = [](int threads) {
    Study study(small_world(), {"base", "same", "no-visit"}, 30,
                {{12, 40}, {parse_test("support.north.west > 0", small_world())}}, threads);
    return to_json(small_world(), study.ensemble, study.comparison);
  };
  const std::string alone = json(1);
  EXPECT_THAT(alone, HasSubstr("\"variance_reduction\""));
  EXPECT_TRUE(alone == json(2));
  EXPECT_TRUE(alone == json(5));
}

Scenario main_scenario() {
  return read_scenario(std::string(ENTENTE_SOURCE_DIR) + "/scenarios/minsk-beijing-2023.toml")
      .scenario;
}

TEST(Comparison, KnowsTheSignsOfTheMainScenariosEffects) {
  Study study(main_scenario(), {"base", "eu-recognition", "rapid-diversification"}, 60,
              {{131}, {}});
  EXPECT_GT(study.difference("alignment.EU.BLR", 1).low, 0.0);
  EXPECT_LT(study.difference("dependence.BLR.RUS", 2).high, 0.0);
}

TEST(Comparison, GainsByCommonRandomNumbersInTheMainScenario) {
  Study study(main_scenario(), {"base", "eu-recognition"}, 100, {{131}, {}});
  const auto contrast = study.comparison.contrasts(1).front();
  for (std::size_t k = 0; k < contrast.differences.size(); ++k) {
    const auto& difference = contrast.differences[k];
    if (difference.exact) continue;
    EXPECT_GT(difference.variance_reduction, 1.0) << study.comparison.outcomes()[k].name;
  }
}

TEST(MomentAt, IsTheFirstOneOnOrAfterTheDate) {
  const Calendar calendar{date("2022-09-01"), 7, 131};
  EXPECT_EQ(moment_at(date("2022-09-01"), calendar), 0);
  EXPECT_EQ(moment_at(date("2022-09-02"), calendar), 1);
  EXPECT_EQ(moment_at(date("2022-09-08"), calendar), 1);
  EXPECT_EQ(moment_at(date("2025-03-01"), calendar), 131);
  EXPECT_EQ(moment_at(date("2025-03-06"), calendar), 131);
  for (const char* outside : {"2022-08-31", "2025-03-07"}) {
    try {
      moment_at(date(outside), calendar);
      FAIL() << outside;
    } catch (const InputError& error) {
      EXPECT_THAT(error.what(), HasSubstr("outside the run, which goes from 2022-09-01"));
    }
  }
}

}  // namespace
}  // namespace entente

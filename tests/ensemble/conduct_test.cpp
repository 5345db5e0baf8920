#include "analysis/ensemble/conduct.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"
#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

bool same_bits(const Matrix& a, const Matrix& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         std::memcmp(a.data(), b.data(), sizeof(double) * static_cast<std::size_t>(a.size())) == 0;
}

void expect_same_course(const RunRecord& a, const RunRecord& b) {
  EXPECT_TRUE(same_bits(a.series, b.series));
  EXPECT_TRUE(same_bits(a.metrics, b.metrics));
  EXPECT_EQ(a.camps, b.camps);
  ASSERT_EQ(a.decisions.size(), b.decisions.size());
  for (std::size_t k = 0; k < a.decisions.size(); ++k) {
    EXPECT_EQ(a.decisions[k].tick, b.decisions[k].tick);
    EXPECT_EQ(a.decisions[k].actor, b.decisions[k].actor);
    EXPECT_EQ(a.decisions[k].target, b.decisions[k].target);
    EXPECT_EQ(a.decisions[k].to, b.decisions[k].to);
    EXPECT_EQ(a.decisions[k].probability, b.decisions[k].probability);
  }
}

Ensemble small_ensemble(std::uint64_t runs, const std::vector<std::string>& variants = {"base"}) {
  Ensemble ensemble = ensemble_of(small_world(), variants);
  ensemble.runs = runs;
  return ensemble;
}

TEST(Conduct, GivesTheSameRecordsInTheSameOrderWhateverTheThreads) {
  const Ensemble ensemble = small_ensemble(25, {"base", "no-visit"});
  const auto alone = records_of(ensemble, 1);
  ASSERT_EQ(alone.size(), 50u);
  for (const int threads : {2, 5}) {
    const auto together = records_of(ensemble, threads);
    ASSERT_EQ(together.size(), alone.size());
    for (std::size_t k = 0; k < alone.size(); ++k) {
      EXPECT_EQ(together[k].replicate, k / 2);
      EXPECT_EQ(together[k].variant, k % 2);
      expect_same_course(together[k], alone[k]);
    }
  }
}

TEST(Conduct, RecordsDecisionsAndSeriesThatMove) {
  const auto records = records_of(small_ensemble(10), 2);
  std::size_t decisions = 0;
  for (const auto& record : records) {
    decisions += record.decisions.size();
    EXPECT_EQ(record.series.rows(), 41);
    EXPECT_EQ(record.series.cols(), 6);
    EXPECT_NE(record.series(0, 0), record.series(40, 0));
  }
  EXPECT_GT(decisions, 10u);
}

TEST(Conduct, AVariantWithoutChangesIsTheBaseBitForBit) {
  const auto records = records_of(small_ensemble(5, {"base", "same"}), 2);
  ASSERT_EQ(records.size(), 10u);
  for (std::size_t k = 0; k < records.size(); k += 2)
    expect_same_course(records[k], records[k + 1]);
}

TEST(Conduct, AVariantDiffersFromTheMomentOfItsChangeOn) {
  const auto records = records_of(small_ensemble(1, {"base", "no-visit"}), 1);
  const Index visit = 8;  // 2 March 2020 lies in the tick of 26 February
  EXPECT_TRUE(
      same_bits(records[0].metrics.topRows(visit + 1), records[1].metrics.topRows(visit + 1)));
  EXPECT_FALSE(same_bits(records[0].metrics.middleRows(visit + 1, 1),
                         records[1].metrics.middleRows(visit + 1, 1)));
}

TEST(Conduct, AReplicateIsTheSameAloneAndAmongOthers) {
  const auto all = records_of(small_ensemble(8), 2);
  Ensemble one = small_ensemble(1);
  one.first = 6;
  const auto alone = records_of(one, 1);
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone[0].replicate, 6u);
  expect_same_course(alone[0], all[6]);
}

TEST(Conduct, AWatchedMetricIsThatMetric) {
  const auto records = records_of(small_ensemble(1), 1);
  const auto names = metric_names();
  const auto metric = std::find(names.begin(), names.end(), "polarization") - names.begin();
  EXPECT_TRUE(same_bits(records[0].series.col(5), records[0].metrics.col(metric)));
}

TEST(Conduct, FullRecordingHoldsEveryLayer) {
  Ensemble ensemble = small_ensemble(1);
  ensemble.recording = Recording::full;
  const RunRecord record = records_of(ensemble, 1).front();
  Simulation run(ensemble.variants[0].model, Draws(ensemble.seed, 0));
  for (std::size_t moment = 0;; ++moment) {
    const World& world = run.world();
    for (Index i = 0; i < 4; ++i) {
      for (Index j = 0; j < 4; ++j) {
        const std::size_t at = moment * 16 + static_cast<std::size_t>(i * 4 + j);
        EXPECT_EQ(record.layers.alignment[at], world.alignment(i, j));
        EXPECT_EQ(record.layers.dependence[at], world.dependence(i, j));
        EXPECT_EQ(record.layers.sanctions[at], world.sanctions()(i, j));
        EXPECT_EQ(record.layers.support[at], world.support()(i, j));
      }
      EXPECT_EQ(record.layers.position[moment * 4 + static_cast<std::size_t>(i)],
                world.position(i, 0));
    }
    if (run.finished()) break;
    run.tick();
  }
}

TEST(Conduct, AFailedRunIsRecordedAndTheOthersGoOn) {
  Ensemble ensemble = ensemble_of(escaping_world(), {"base"});
  ensemble.runs = 40;
  Keeper keeper;
  Sink* const sinks[] = {&keeper};
  const std::atomic<bool> stop{false};
  const Tally tally = conduct(ensemble, sinks, 3, stop);
  EXPECT_EQ(tally.replicates, 40u);
  EXPECT_FALSE(tally.interrupted);
  std::uint64_t failed = 0;
  for (const RunRecord& record : keeper.records) {
    failed += record.failed() ? 1 : 0;
    EXPECT_FALSE(std::isnan(record.series(0, 0)));
    EXPECT_EQ(std::isnan(record.series(300, 0)), record.failed());
    EXPECT_EQ(record.camps.empty(), record.failed());
  }
  EXPECT_GT(failed, 0u);
  EXPECT_LT(failed, 40u);
  EXPECT_EQ(tally.failed, failed);
  ASSERT_EQ(tally.failures.size(), std::min<std::size_t>(failed, Tally::most_failures));
  EXPECT_THAT(tally.failures[0].message, ::testing::HasSubstr("in the tick of 20"));
}

/// Asks to stop after so many replicates.
class Stopper final : public Sink {
 public:
  Stopper(std::atomic<bool>& stop, std::size_t after) : stop_(stop), after_(after) {}
  void take(std::span<const RunRecord>) override { stop_ = ++taken_ >= after_; }

 private:
  std::atomic<bool>& stop_;
  std::size_t after_, taken_ = 0;
};

TEST(Conduct, AnInterruptedEnsembleHandsOnWholeReplicatesFromTheFirst) {
  const Ensemble ensemble = small_ensemble(400, {"base", "no-visit", "same"});
  std::atomic<bool> stop{false};
  Keeper keeper;
  Stopper stopper(stop, 3);
  Sink* const sinks[] = {&keeper, &stopper};
  const Tally tally = conduct(ensemble, sinks, 2, stop);
  EXPECT_TRUE(tally.interrupted);
  EXPECT_GE(tally.replicates, 3u);
  EXPECT_LT(tally.replicates, 400u);
  ASSERT_EQ(keeper.records.size(), 3 * tally.replicates);
  for (std::size_t k = 0; k < keeper.records.size(); ++k) {
    EXPECT_EQ(keeper.records[k].replicate, k / 3);
    EXPECT_EQ(keeper.records[k].series.array().isNaN().count(), 0);
  }
}

/// Fails as a full disk does.
class Full final : public Sink {
 public:
  void take(std::span<const RunRecord>) override { throw RunError("the disk is full"); }
};

TEST(Conduct, WhatASinkThrowsComesThrough) {
  Full full;
  Sink* const sinks[] = {&full};
  const std::atomic<bool> stop{false};
  EXPECT_THROW(conduct(small_ensemble(50), sinks, 2, stop), RunError);
}

TEST(Conduct, RejectsAnUnknownWatchedPath) {
  Ensemble ensemble = small_ensemble(1);
  ensemble.paths = {"metric.polarisation"};
  try {
    records_of(ensemble, 1);
    FAIL() << "an unknown metric was accepted";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("did you mean polarization?"));
  }
}

TEST(Ensemble, RejectsAnUnknownVariant) {
  try {
    ensemble_of(small_world(), {"no-visits"});
    FAIL() << "an unknown variant was accepted";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("did you mean no-visit?"));
  }
}

}  // namespace
}  // namespace entente

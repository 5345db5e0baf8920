#include "analysis/calibrate/calibrate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/calibrate/plans.h"

// A calibration with its scenario, threads and store.

namespace entente::calibration {
namespace {

using ::testing::HasSubstr;

using Opening = CalibrationStore::Opening;

/// Fits the plan of a folder; stops after so many new blocks, if that is above 0.
AbcSmc fit(const PlanFolder& folder, const std::string& store, int threads, int blocks = 0) {
  const CalibrationJob job(read_calibration(folder / "fit.toml"));
  CalibrationStore kept(folder / store, job.identity(), Opening::resume);
  std::atomic<bool> stop = false;
  std::size_t before = kept.attempts();
  return calibrate(job, kept, {threads, stop}, [&](const AbcSmc&) {
    if (kept.attempts() > before && --blocks == 0) stop = true;
    before = kept.attempts();
  });
}

std::int64_t rows_in(const PlanFolder& folder, const std::string& store, const std::string& from) {
  Sqlite database(folder / store, Sqlite::Access::read);
  return database.whole("SELECT count(*) FROM " + from).value_or(-1);
}

TEST(Calibrate, SameBitsWhateverTheThreads) {
  const PlanFolder folder;
  const AbcSmc one = fit(folder, "one.db", 1), three = fit(folder, "three.db", 3);
  EXPECT_EQ(one.ending(), SmcEnding::generations);
  EXPECT_EQ(one.state(), three.state());
}

TEST(Calibrate, GoesOnFromAnyBlockAsIfItHadNeverStopped) {
  const PlanFolder folder;
  const AbcSmc whole = fit(folder, "whole.db", 1);
  int stops = 0;
  while (fit(folder, "parts.db", 2, 1).ending() == SmcEnding::running) ++stops;
  EXPECT_GT(stops, 3);
  EXPECT_EQ(fit(folder, "parts.db", 1).state(), whole.state());
}

TEST(Calibrate, WhatIsInTheStoreIsNotDoneAgain) {
  const PlanFolder folder;
  const AbcSmc first = fit(folder, "fit.db", 2);
  const auto attempts = rows_in(folder, "fit.db", "attempt");
  EXPECT_EQ(fit(folder, "fit.db", 2).state(), first.state());
  EXPECT_EQ(rows_in(folder, "fit.db", "attempt"), attempts);
}

TEST(Calibrate, MoreGenerationsGoOnFromThoseThatThereAre) {
  const PlanFolder folder;
  fit(folder, "fit.db", 2);
  std::string longer = PlanFolder::fit;
  longer.replace(longer.find("generations = 3"), 15, "generations = 5");
  folder.write("fit.toml", longer);
  const AbcSmc went_on = fit(folder, "fit.db", 2);
  EXPECT_EQ(went_on.state().finished.size(), 5u);
  EXPECT_EQ(went_on.state(), fit(folder, "fresh.db", 2).state());
  folder.write("fit.toml", PlanFolder::fit);
  EXPECT_EQ(fit(folder, "fit.db", 2).state().finished.size(), 3u);
  EXPECT_EQ(rows_in(folder, "fit.db", "generation"), 3);
}

TEST(Calibrate, TheStoreHoldsThePosteriorForOthersToRead) {
  const PlanFolder folder;
  const AbcSmc smc = fit(folder, "fit.db", 2);
  const Generation& last = smc.state().finished.back();
  Sqlite database(folder / "fit.db", Sqlite::Access::read);
  Statement posterior(database,
                      "SELECT number, weight, distance, \"dynamics.alignment.inertia\" FROM "
                      "posterior ORDER BY number");
  const Prior prior = Prior::log_uniform(0.1, 10);
  for (std::size_t i = 0; i < last.particles.size(); ++i) {
    ASSERT_TRUE(posterior.step());
    EXPECT_EQ(posterior.whole(0), last.particles[i].number);
    EXPECT_EQ(posterior.number(1), last.weights[i]);
    EXPECT_EQ(posterior.number(2), last.particles[i].distance);
    EXPECT_EQ(posterior.number(3), prior.value(last.particles[i].coordinates[0]));
  }
  EXPECT_FALSE(posterior.step());
  EXPECT_EQ(rows_in(folder, "fit.db", "prediction"), 20 * 3);
}

TEST(Calibrate, RefusesToMixResults) {
  const PlanFolder folder;
  fit(folder, "fit.db", 1, 1);
  const auto complaint = [&](const std::string& store) {
    try {
      fit(folder, store, 1);
    } catch (const InputError& wrong) {
      std::string text;
      for (const auto& diagnostic : wrong.diagnostics()) text += to_text(diagnostic);
      return text;
    }
    return std::string();
  };
  std::string other = PlanFolder::fit;
  other.replace(other.find("seed = 3"), 8, "seed = 4");
  folder.write("fit.toml", other);
  EXPECT_THAT(complaint("fit.db"), HasSubstr("the calibration has changed"));
  EXPECT_THAT(complaint("fit.db"), HasSubstr("--force-new"));
  folder.write("fit.toml", PlanFolder::fit);
  std::string world = PlanFolder::world;
  world.replace(world.find("baseline = 0.5"), 14, "baseline = 0.6");
  folder.write("world.toml", world);
  EXPECT_THAT(complaint("fit.db"), HasSubstr("the scenario has changed"));
  folder.write("world.toml", PlanFolder::world);
  folder.write("seen.csv", std::string(PlanFolder::seen) + "2020-07-06,alignment.a.b,0,0.1\n");
  EXPECT_THAT(complaint("fit.db"), HasSubstr("the calibration has changed"));
  folder.write("seen.csv", PlanFolder::seen);
  folder.write("text.db", "no database, but a text that is long enough to be taken for one\n");
  EXPECT_THAT(complaint("text.db"), HasSubstr("text.db"));
  Sqlite(folder / "other.db", Sqlite::Access::create).execute("CREATE TABLE a (b)");
  EXPECT_THAT(complaint("other.db"), HasSubstr("is no calibration store"));
  EXPECT_EQ(complaint("fit.db"), "");
}

TEST(Calibrate, AnotherBuildOrVersionIsAnotherResult) {
  CalibrationIdentity here;
  here.version = "2.0";
  here.build = "compiler GNU 12";
  CalibrationIdentity there = here;
  EXPECT_TRUE(differences(there, here).empty());
  there.version = "1.0";
  EXPECT_EQ(differences(there, here).size(), 1u);
}

TEST(Calibrate, RefinementKeepsToFixedReplicatesAndIsStored) {
  const PlanFolder folder;
  const AbcSmc smc = fit(folder, "fit.db", 2);
  const CalibrationJob job(read_calibration(folder / "fit.toml"));
  CalibrationStore store(folder / "fit.db", job.identity(), Opening::resume);
  std::atomic<bool> stop = false;
  const Attempt& start = smc.state().finished.back().particles.front();
  const auto one = refine_particle(job, store, {1, stop}, start, 40, [] {});
  const auto three = refine_particle(job, store, {3, stop}, start, 40, [] {});
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->end, three->end);
  EXPECT_EQ(one->end_distance, three->end_distance);
  EXPECT_LE(one->end_distance, one->start_distance);
  EXPECT_EQ(rows_in(folder, "fit.db", "refinement"), 3);
  stop = true;
  EXPECT_FALSE(refine_particle(job, store, {1, stop}, start, 40, [] {}).has_value());
}

}  // namespace
}  // namespace entente::calibration

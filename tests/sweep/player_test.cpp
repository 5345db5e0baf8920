#include "analysis/sweep/player.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

#include "analysis/sweep/workforce.h"
#include "tests/sweep/plans.h"

namespace entente {
namespace {

/// Answers with its value, as the first letter of its name says: "late" takes until it is
/// interrupted, "broken" fails, "odd" is no point at all; and counts how often a point was made.
class Scripted final : public Experiment {
 public:
  std::unique_ptr<Trial> at(const std::vector<Scalar>& values) const override {
    ++made;
    const auto& name = std::get<std::string>(values[0]);
    if (name == "odd")
      throw InputError(std::vector<Diagnostic>{{Severity::error, {}, "this is odd", {}, 1},
                                               {Severity::error, {}, "and that", {}, 1}});
    if (name == "unready") throw RunError("it cannot be made");
    return std::make_unique<Turn>(name);
  }
  std::string subject() const override { return "a script"; }

  mutable int made = 0;

 private:
  class Turn final : public Trial {
   public:
    explicit Turn(std::string name) : name_(std::move(name)) {}
    bool run(std::size_t variant, std::uint64_t replicate, const Interruption& interrupted,
             std::span<double> outcomes) override {
      outcomes[0] = static_cast<double>(10 * variant + replicate);
      while (name_ == "late") {
        if (interrupted()) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
      if (interrupted()) return false;
      if (name_ == "broken") throw RunError("it broke");
      return true;
    }

   private:
    std::string name_;
  };
};

/// A player of one point for each name.
struct Stage {
  explicit Stage(const std::vector<std::string>& names, double seconds = 0.0)
      : plan(study_of(names)), player(plan, experiment, {stop, seconds}) {}

  static Study study_of(const std::vector<std::string>& names) {
    std::vector<std::vector<Scalar>> points;
    for (const auto& name : names) points.push_back({name});
    Study study = plans::list_study({"name"}, points);
    study.replicates = 5;
    study.variants.assign(2, {"base", {}});
    return study;
  }

  StudyRun played(const RunKey& key) {
    StudyRun run;
    EXPECT_TRUE(player.play(key, run));
    EXPECT_EQ(run.key, key);
    return run;
  }

  std::atomic<bool> stop{false};
  Scripted experiment;
  Plan plan;
  Player player;
};

void expect_failed(const StudyRun& run, RunStatus status, const std::string& message) {
  EXPECT_EQ(run.status, status);
  EXPECT_EQ(run.message, message);
  ASSERT_EQ(run.outcomes.size(), 1u);
  EXPECT_TRUE(std::isnan(run.outcomes[0]));
}

TEST(Player, GivesWhatATrialGives) {
  Stage stage({"fine"});
  const StudyRun run = stage.played({0, 3, 1});
  EXPECT_EQ(run.status, RunStatus::finished);
  EXPECT_EQ(run.outcomes, std::vector{13.0});
  EXPECT_EQ(run.message, "");
}

TEST(Player, MakesAPointOnceForAllItsRuns) {
  Stage stage({"fine", "odd"});
  for (std::uint64_t replicate = 0; replicate < 5; ++replicate) stage.played({0, replicate, 0});
  EXPECT_EQ(stage.experiment.made, 1);
  for (std::uint64_t replicate = 0; replicate < 5; ++replicate) stage.played({1, replicate, 0});
  EXPECT_EQ(stage.experiment.made, 2);
}

TEST(Player, WhatTakesTooLongTimesOut) {
  Stage stage({"late", "fine"}, 0.02);
  expect_failed(stage.played({0, 0, 0}), RunStatus::timed_out, "took longer than 0.02 s");
  EXPECT_EQ(stage.played({1, 0, 0}).status, RunStatus::finished);
}

TEST(Player, APointWhoseValuesDoNotGoTogetherFailsInAllItsRuns) {
  Stage stage({"odd", "unready", "fine"});
  expect_failed(stage.played({0, 0, 0}), RunStatus::failed, "this is odd; and that");
  expect_failed(stage.played({0, 1, 1}), RunStatus::failed, "this is odd; and that");
  expect_failed(stage.played({1, 0, 0}), RunStatus::failed, "it cannot be made");
  EXPECT_EQ(stage.played({2, 0, 0}).status, RunStatus::finished);
}

TEST(Player, ARunThatFailsHasItsMessageAndNoOutcome) {
  Stage stage({"broken"});
  expect_failed(stage.played({0, 0, 0}), RunStatus::failed, "it broke");
}

TEST(Player, StopsWhenToldTo) {
  Stage stage({"late"});
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    stage.stop = true;
  });
  StudyRun run;
  EXPECT_FALSE(stage.player.play({0, 0, 0}, run));
  other.join();
}

TEST(Player, OfAPortionThatIsStoppedGivesTheRunsThatEnded) {
  Stage stage({"fine", "broken"});
  const RunKey portion[] = {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}};
  EXPECT_EQ(play_all(stage.player, portion).size(), 3u);
  stage.stop = true;
  EXPECT_TRUE(play_all(stage.player, portion).empty());
}

}  // namespace
}  // namespace entente

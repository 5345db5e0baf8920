#include "analysis/ensemble/branch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "analysis/ensemble/summary.h"
#include "sim/core/error.h"
#include "tests/ensemble/branching.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

/// A burn-in that is kept in memory.
class Kept final : public BurnIn {
 public:
  explicit Kept(const std::vector<RunRecord>& records) {
    for (const RunRecord& r : records)
      runs_[r.replicate] = {r.state.value_or(SimulationState{}), r.commitments, r.failure};
  }
  void read(std::uint64_t replicate, BurntRun& run) const override { run = runs_.at(replicate); }

 private:
  std::map<std::uint64_t, BurntRun> runs_;
};

template <class F>
std::string refusal(F call) {
  try {
    call();
  } catch (const InputError& error) {
    return error.diagnostics().front().message;
  }
  return "(none)";
}

std::string refusal_of(const std::string& variant, std::int64_t tick = branching_tick,
                       const std::string& burnt_in = "base") {
  return refusal([&] { expect_same_past(branching_world(), burnt_in, variant, tick); });
}

Ensemble continued(const Scenario& scenario, const std::vector<std::string>& variants,
                   std::int64_t tick, std::uint64_t runs) {
  Ensemble base = ensemble_of(scenario, {"base"});
  base.runs = runs;
  Ensemble rest = ensemble_of(scenario, variants);
  rest.runs = runs;
  rest.first_tick = tick;
  rest.burn_in = std::make_shared<const Kept>(records_of(burn_in_of(base, tick), 2));
  return rest;
}

TEST(Branch, RunsThatGoOnAreTheRestOfUnbrokenOnes) {
  for (const Link link : {Link::tanh, Link::identity}) {
    const Scenario scenario = branching_world(link);
    const std::vector<std::string> variants{"base", "strike", "calm"};
    Ensemble unbroken = ensemble_of(scenario, variants);
    unbroken.runs = 12;
    const auto whole = records_of(unbroken, 2);
    for (const int threads : {1, 3}) {
      const auto rest =
          records_of(continued(scenario, variants, branching_tick, unbroken.runs), threads);
      ASSERT_EQ(rest.size(), whole.size());
      for (std::size_t k = 0; k < rest.size(); ++k) expect_tail(rest[k], whole[k], branching_tick);
    }
  }
}

TEST(Branch, ItsRunsHoldWhatTheTestIsAbout) {
  Ensemble ensemble = ensemble_of(branching_world(), {"base", "strike", "calm"});
  ensemble.runs = 12;
  const auto whole = records_of(ensemble, 2);
  std::size_t before = 0, after = 0, votes = 0;
  for (const RunRecord& record : whole) {
    for (const CommitmentEnd& end : record.commitments)
      if (end.outcome != Outcome::standing) ++(end.tick < branching_tick ? before : after);
    for (const Decision& d : record.decisions)
      votes += d.occasion == Occasion::vote && d.tick >= branching_tick ? 1 : 0;
  }
  EXPECT_GT(before, 0u);
  EXPECT_GT(after, 0u);
  EXPECT_GT(votes, 0u);
  for (std::size_t k = 0; k < whole.size(); k += 3) {
    EXPECT_FALSE(same_numbers(whole[k].metrics, whole[k + 1].metrics));
    EXPECT_FALSE(same_numbers(whole[k].metrics, whole[k + 2].metrics));
  }
}

TEST(Branch, WithoutABurnInRecordsTheSameFromItsFirstTickOn) {
  Ensemble ensemble = ensemble_of(branching_world(), {"base", "early"});
  ensemble.runs = 4;
  const auto whole = records_of(ensemble, 2);
  ensemble.first_tick = branching_tick;
  const auto rest = records_of(ensemble, 2);
  for (std::size_t k = 0; k < rest.size(); ++k) expect_tail(rest[k], whole[k], branching_tick);
}

TEST(Branch, ARunThatFailedBeforeStaysFailedAndOneThatFailsLaterFails) {
  const Scenario scenario = escaping_world();
  Ensemble unbroken = ensemble_of(scenario, {"base"});
  unbroken.runs = 40;
  const auto whole = records_of(unbroken, 2);
  const std::int64_t tick = 150;
  const auto rest = records_of(continued(scenario, {"base"}, tick, 40), 3);
  std::size_t before = 0, after = 0;
  for (std::size_t k = 0; k < rest.size(); ++k) {
    EXPECT_EQ(rest[k].failure, whole[k].failure);
    if (rest[k].failed()) ++(std::isnan(rest[k].series(0, 0)) ? before : after);
  }
  EXPECT_GT(before, 0u);
  EXPECT_GT(after, 0u);
}

TEST(Branch, ASummaryCoversWhatIsRecorded) {
  Ensemble ensemble = ensemble_of(branching_world(), {"base"});
  ensemble.first_tick = branching_tick;
  Summary summary(ensemble, 5);
  EXPECT_EQ(summary.ticks(), (std::vector<std::int64_t>{20, 25, 30, 35, 40}));
}

TEST(CheckpointTick, IsThatOfTheDateWithinTheRun) {
  const Calendar calendar{*parse_date("2022-09-01"), 7, 10};
  EXPECT_EQ(checkpoint_tick(calendar, *parse_date("2022-09-08")), 1);
  EXPECT_EQ(checkpoint_tick(calendar, *parse_date("2022-09-14")), 1);
  EXPECT_EQ(checkpoint_tick(calendar, *parse_date("2022-11-09")), 9);
  for (const char* date : {"2022-08-31", "2022-09-01", "2022-09-07", "2022-11-10", "2030-01-01"})
    EXPECT_EQ(refusal([&] { checkpoint_tick(calendar, *parse_date(date)); }),
              std::string("no checkpoint at ") + date +
                  ": it must lie after the first tick and before the end, from 2022-09-08 to "
                  "2022-11-09");
}

TEST(SamePast, IsThatOfVariantsThatDifferLater) {
  for (const char* variant : {"base", "same", "strike", "calm"})
    EXPECT_EQ(refusal_of(variant), "(none)");
  EXPECT_EQ(refusal_of("calm", branching_tick, "strike"), "(none)");
  EXPECT_EQ(refusal_of("early", 9), "(none)");  // its event lies in that tick
  EXPECT_EQ(refusal_of("no-visit", 8), "(none)");
}

TEST(SamePast, NamesAnEventThatOneHasAndTheOtherHasNot) {
  EXPECT_EQ(refusal_of("early"),
            "variant early: has the event blow on 2020-03-10, and base has not, which lies before "
            "the checkpoint of 2020-05-20; run it unbroken, or take an earlier checkpoint");
  EXPECT_THAT(refusal_of("no-visit"),
              HasSubstr("variant no-visit: has not the event visit on 2020-03-02, and base has"));
  EXPECT_THAT(refusal_of("base", branching_tick, "early"),
              HasSubstr("variant base: has not the event blow on 2020-03-10, and early has"));
  EXPECT_THAT(refusal_of("calm", 21), HasSubstr("has the change of conflict.war.intensity on "
                                                "2020-05-21, and base has not"));
}

TEST(SamePast, NamesAnEventThatIsAnother) {
  const std::string text = branching_text() +
                           "\n[[variant]]\nid = \"harsher\"\n"
                           "set = { \"event.visit.goldstein\" = -4.0 }\n";
  const Scenario scenario = parse_scenario(text, "a.toml", "").scenario;
  EXPECT_THAT(refusal([&] { expect_same_past(scenario, "base", "harsher", branching_tick); }),
              HasSubstr("variant harsher: has the event visit on 2020-03-02 in another way than "
                        "base"));
}

TEST(SamePast, NamesWhatIsAnotherFromTheStart) {
  EXPECT_EQ(
      refusal_of("closer"),
      "variant closer: differs from base before the checkpoint of 2020-05-20: [[relation]] "
      "from = \"north\", to = \"west\": alignment = 0.6 in base, alignment = 0.7 here; run it "
      "unbroken, or burn it in itself");
}

TEST(SamePast, NamesAVariantThatIsNone) {
  EXPECT_THAT(refusal_of("strik"), HasSubstr("did you mean strike?"));
}

}  // namespace
}  // namespace entente

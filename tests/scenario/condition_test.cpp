// Tests and responses as scenarios write them.

#include "sim/scenario/condition.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "sim/scenario/compile.h"
#include "sim/scenario/edit.h"
#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

TEST(PathTest, ReadsNumbersAndLevels) {
  const Scenario scenario = parsed(three_actors);
  const auto level = parse_test("support.BLR.RUS >= lethal", scenario);
  EXPECT_EQ(level.path, "support.BLR.RUS");
  EXPECT_EQ(level.test.relation, Relation::at_least);
  EXPECT_EQ(level.test.bound, 3.0);
  const auto number = parse_test("  welfare.BLR<-0.05 ", scenario);
  EXPECT_EQ(number.path, "welfare.BLR");
  EXPECT_EQ(number.test.relation, Relation::below);
  EXPECT_EQ(number.test.bound, -0.05);
  EXPECT_EQ(parse_test("event.attack", scenario).event, "attack");
}

RC_GTEST_PROP(PathTest, ReadsBackWhatItSays, ()) {
  const auto relation = static_cast<Relation>(*rc::gen::inRange(0, 6));
  const auto bound = *rc::gen::inRange(-1000, 1000);
  const auto text = "dependence.BLR.RUS " +
                    std::string(names_of(relation)[static_cast<std::size_t>(relation)]) + " " +
                    std::to_string(bound);
  const auto read = parse_test(text, parsed(three_actors));
  RC_ASSERT(read.test.relation == relation);
  RC_ASSERT(read.test.bound == bound);
}

RC_GTEST_PROP(Test, HoldsForSomeWholeNumberJustWhereItSaysItCan, ()) {
  const Test test{static_cast<Relation>(*rc::gen::inRange(0, 6)), *rc::gen::inRange(-4, 12) / 2.0};
  const int top = *rc::gen::inRange(1, 5);
  bool holds = false;
  for (int level = 0; level <= top; ++level) holds = holds || test(level);
  RC_ASSERT(can_hold(test, between(0, top), true) == holds);
}

TEST(Response, IsALevelOfTheIssuers) {
  const Scenario scenario = parsed(three_actors);
  const auto roster = roster_of(scenario);
  const auto response = parse_response("sanctions.RUS.UKR = severe", scenario, *roster);
  EXPECT_EQ(response.layer(), ChoiceLayer::sanctions);
  EXPECT_EQ(response.level.row, 1);
  EXPECT_EQ(response.level.column, 2);
  EXPECT_EQ(response.notches, 3);
}

const std::string promise = three_actors + R"([[commitment]]
id = "c"
by = "RUS"
when = "support.BLR.UKR >= lethal"
then = "sanctions.RUS.BLR = severe"
credibility = 0.75
until = 2022-09-15
)";

TEST(Commitments, AreCompiledAsTheyAreWritten) {
  const auto model = compile(parsed(promise));
  ASSERT_EQ(model->start.pledges->size(), 1U);
  const Pledge& pledge = model->start.pledges->front();
  EXPECT_EQ(pledge.by, 1);
  EXPECT_EQ(pledge.target, 0);
  EXPECT_EQ(pledge.level, 3);
  EXPECT_EQ(pledge.last_tick, 2);
  ASSERT_TRUE(pledge.trigger);
  EXPECT_EQ(pledge.trigger->layer, ChoiceLayer::support);
  EXPECT_EQ(pledge.trigger->actor, 0);
  EXPECT_EQ(pledge.trigger->target, 2);
  EXPECT_EQ(model->start.commitments.front().credibility, 0.75);
  EXPECT_EQ(model->start.commitments.front().outcome, Outcome::standing);
}

TEST(Commitments, CanBeSetAndLeftOut) {
  Scenario scenario = parsed(promise);
  set_path(scenario, "commitment.c.credibility", "0.2");
  set_path(scenario, "commitment.c.when", "welfare.BLR < -0.1");
  EXPECT_EQ(scenario.commitments.front().credibility, 0.2);
  EXPECT_FALSE(compile(scenario)->start.pledges->front().trigger);
  leave_out(scenario, "commitment.c.until");
  EXPECT_FALSE(scenario.commitments.front().until);
  leave_out(scenario, "commitment.c");
  EXPECT_TRUE(scenario.commitments.empty());
}

double credibility_at_start(const Scenario& scenario) {
  return compile(scenario)->start.commitments.front().credibility;
}

TEST(Commitments, AreAsCredibleAsTheirIssuersResolveAndAudienceMakeThem) {
  Scenario scenario = parsed(promise +
                             "[[variant]]\nid = \"watched\"\nset = { "
                             "\"dynamics.commitments.audience_cost\" = 0.5 }\n");
  set_path(scenario, "commitment.c.resolve", "-2");
  EXPECT_FALSE(scenario.commitments.front().credibility);
  EXPECT_DOUBLE_EQ(credibility_at_start(scenario), 1.0 / (1.0 + std::exp(2.0 - 4.0 * 0.25)));
  EXPECT_DOUBLE_EQ(credibility_at_start(variant_of(scenario, "watched")), 0.5);
  set_path(scenario, "dynamics.commitments.hand_tying", "0");
  EXPECT_DOUBLE_EQ(credibility_at_start(scenario), 1.0 / (1.0 + std::exp(2.0)));
  set_path(scenario, "commitment.c.credibility", "0.25");
  EXPECT_FALSE(scenario.commitments.front().resolve);
  EXPECT_EQ(credibility_at_start(scenario), 0.25);
}

TEST(Commitments, ThatGiveTheirCredibilityAreNoMoreCredibleForTheirAudience) {
  Scenario scenario = parsed(promise);
  set_path(scenario, "dynamics.commitments.audience_cost", "0.9");
  EXPECT_EQ(credibility_at_start(scenario), 0.75);
}

/// How a promise on an event ends in a scenario, with or without that event in its fifth week.
Outcome outcome_of_promise(bool with_event) {
  Scenario scenario = parsed(promise + R"([[event]]
id = "attack"
date = 2022-09-30
type = "set"
path = "pact.BLR.RUS"
value = 1.0
)");
  set_path(scenario, "commitment.c.when", "event.attack");
  set_path(scenario, "commitment.c.credibility", "1");
  set_path(scenario, "commitment.c.until", "2022-11-01");
  if (!with_event) {
    scenario.other_events = {"attack"};  // as if a variant had it
    leave_out(scenario, "event.attack");
  }
  Simulation run(compile(scenario), Draws(1, 0));
  while (!run.finished()) {
    run.tick();
    const bool honoured = run.world().commitments.front().outcome == Outcome::honoured;
    EXPECT_EQ(honoured, with_event && run.date() > Date{std::chrono::year{2022} / 9 / 30})
        << to_text(run.date());
  }
  return run.world().commitments.front().outcome;
}

TEST(Commitments, OnAnEventAreCalledInWithItAndNotWithoutIt) {
  EXPECT_EQ(outcome_of_promise(true), Outcome::honoured);
  EXPECT_EQ(outcome_of_promise(false), Outcome::expired);
}

TEST(Commitments, OnAMetricNeedItsGauge) {
  Scenario scenario = parsed(promise);
  set_path(scenario, "commitment.c.when", "metric.polarization > 0.5");
  EXPECT_NE(message_of([&] { compile(scenario); }).find("conditional on this metric"),
            std::string::npos);
  const MetricGauges metrics{{"polarization", [](const Simulation&) { return 0.6; }}};
  const auto model = compile(scenario, metrics);
  const Simulation run(model, Draws(1, 0));
  EXPECT_TRUE(model->conditions.front()(run));
}

}  // namespace
}  // namespace entente::scenario_texts

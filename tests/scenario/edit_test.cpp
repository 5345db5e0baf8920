// Paths that set, leave out and vary.

#include "sim/scenario/edit.h"

#include "sim/scenario/check.h"
#include "sim/scenario/compile.h"
#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

const std::string base_text = three_actors + R"(
[[relation]]
from = "BLR"
to = "RUS"
alignment = 0.85
dependence = 0.6
recognition = 0.5
sanctions = "targeted"
support = "dual-use"
baseline = 0.2
[[relation]]
from = "RUS"
to = "UKR"
alignment = -0.9
mutual = true
[[pact]]
between = ["BLR", "RUS"]
[[bloc]]
id = "CIS"
members = ["BLR", "RUS"]
cohesion = 0.4
[[issue]]
id = "plan"
positions = { RUS = 0.5 }
[[conflict]]
id = "war"
attackers = ["RUS"]
defenders = ["UKR"]
[[event]]
id = "visit"
date = 2022-09-20
type = "interaction"
from = "BLR"
to = "RUS"
goldstein = 3
[[event]]
id = "step"
date = 2022-09-20
type = "set"
path = "support.BLR.RUS"
value = "lethal"
[[variant]]
id = "apart"
set = { "alignment.UKR.RUS" = 0.1, "dynamics.alignment.balance" = false, "event.visit.date" = 2022-09-21, "dynamics.alignment.link" = "tanh" }
without = ["pact.BLR.RUS", "event.step"]
event = [ { date = 2022-09-20, type = "set", path = "pact.BLR.RUS", value = 0.3 } ]
[[variant]]
id = "calm"
without = ["conflict.war", "issue.plan", "bloc.CIS", "baseline.BLR.RUS"]
)";

Scenario base() { return parsed(base_text); }

Scenario with(std::string_view path, std::string_view value) {
  Scenario scenario = base();
  set_path(scenario, path, value);
  check(scenario);
  return scenario;
}

/// The world's number at a path, at the start.
double start_value(const Scenario& scenario, std::string_view path) {
  const World world = compile(scenario)->start;
  return read(parse_quantity(path, *world.roster), world);
}

struct Case {
  const char* path;
  const char* value;
  double expected;
};

TEST(SetPath, ReachesEveryQuantityOfTheWorld) {
  const std::vector<Case> cases{{"alignment.BLR.RUS", "0.5", 0.5},
                                {"alignment.BLR.UKR", "-0.25", -0.25},
                                {"dependence.RUS.BLR", "0.1", 0.1},
                                {"sanctions.BLR.RUS", "severe", 3},
                                {"sanctions.UKR.BLR", "2", 2},
                                {"support.BLR.RUS", "none", 0},
                                {"recognition.UKR.BLR", "0", 0},
                                {"pact.RUS.BLR", "0.25", 0.25},
                                {"pact.BLR.UKR", "0.5", 0.5},
                                {"membership.CIS.UKR", "0.75", 0.75},
                                {"membership.CIS.BLR", "0.5", 0.5},
                                {"position.UKR.plan", "-1", -1},
                                {"position.RUS.plan", "1", 1},
                                {"conflict.war.intensity", "0.5", 0.5},
                                {"actor.BLR.diversification", "2.5", 2.5},
                                {"actor.BLR.capability", "0.75", 0.75},
                                {"bloc.CIS.cohesion", "0.125", 0.125}};
  for (const auto& [path, value, expected] : cases)
    EXPECT_NEAR(start_value(with(path, value), path), expected, 1e-15) << path;
}

TEST(SetPath, ReachesEventsDynamicsAndTheHeading) {
  EXPECT_EQ(with("event.visit.goldstein", "-4").events[0].goldstein, -4.0);
  EXPECT_EQ(with("event.visit.cameo", "043").events[0].cameo, "043");
  EXPECT_FALSE(with("event.visit.cameo", "043").events[0].goldstein.has_value());
  EXPECT_EQ(to_text(with("event.visit.date", "2022-10-01").events[0].date), "2022-10-01");
  EXPECT_EQ(with("event.step.value", "forces").events[1].value->word, "forces");
  EXPECT_EQ(with("scenario.seed", "7").seed, 7U);
  EXPECT_EQ(with("scenario.step", "2 weeks").step, 14);
  EXPECT_EQ(calendar_of(with("scenario.ticks", "20")).ticks, 20);
  EXPECT_EQ(calendar_of(with("scenario.end", "2023-09-01")).ticks, 53);
  const auto rate = [](const Scenario& s) {
    return *parameter_value(s.dynamics, "dynamics.alignment.balance.rate");
  };
  EXPECT_EQ(rate(with("dynamics.alignment.balance", "0.3")), 0.3);
  EXPECT_EQ(rate(with("dynamics.alignment.balance.rate", "0.3")), 0.3);
  EXPECT_EQ(rate(with("dynamics.alignment.balance", "false")), 0.0);
  EXPECT_EQ(with("dynamics.alignment.link", "identity").dynamics.alignment.link, Link::identity);
  EXPECT_EQ(with("dynamics.sanctions.ego.capability", "2")
                .dynamics.choice.sanctions.covariates.ego.at("capability"),
            2.0);
  EXPECT_EQ(*find(with("conflict.war.attackers.BLR", "0.4").conflicts[0].attackers, "BLR"), 0.4);
  EXPECT_EQ(*find(with("salience.UKR.plan", "2").issues[0].salience, "UKR"), 2.0);
}

TEST(SetPath, ChangesOneDirectionOfAMutualRelation) {
  const auto changed = with("alignment.UKR.RUS", "0.1");
  EXPECT_NEAR(start_value(changed, "alignment.UKR.RUS"), 0.1, 1e-15);
  EXPECT_NEAR(start_value(changed, "alignment.RUS.UKR"), -0.9, 1e-15);
}

TEST(SetPath, NamesWhatIsWrong) {
  const auto problem = [](std::string_view path, std::string_view value) {
    return message_of([&] { with(path, value); });
  };
  const std::vector<std::array<std::string, 3>> cases{
      {"alinement.BLR.RUS", "0", "alinement.BLR.RUS: no such path; did you mean alignment?"},
      {"alignment.BLR.RSU", "0", "RSU: no such actor; did you mean RUS?"},
      {"alignment.BLR.BLR", "0", "BLR: an actor has no relation to itself"},
      {"alignment.BLR", "0", "alignment.BLR: not a path; expected alignment.ACTOR.ACTOR"},
      {"alignment.BLR.RUS", "1", "alignment: 1 is not a number between -1 and 1, both excluded"},
      {"alignment.BLR.RUS", "high", "alignment.BLR.RUS: \"high\" is not a finite number"},
      {"dependence.BLR.UKR", "0.5", "adds up to"},
      {"sanctions.BLR.RUS", "sever", "did you mean severe?"},
      {"membership.CSI.BLR", "1", "CSI: no such bloc; did you mean CIS?"},
      {"membership.CIS.KAZ", "1", "KAZ: no such actor"},
      {"position.BLR.plann", "1", "plann: no such issue; did you mean plan?"},
      {"conflict.war.intensty", "1",
       "intensty: no such field of conflict; did you mean intensity?"},
      {"conflict.war.attackers", "1", "one value cannot set this"},
      {"conflict.war.intensity.RUS", "1", "not a path of a scenario entry"},
      {"event.vist.goldstein", "1", "vist: no such event; did you mean visit?"},
      {"event.visit.id", "x", "an id cannot be set"},
      {"actor", "1", "actor: not a path"},
      {"dynamics.alignment.balence", "1", "did you mean dynamics.alignment.balance?"},
      {"dynamics", "1", "dynamics: no such parameter"},
      {"dynamics.sanctions.ego.wealth", "1", "wealth: no such actor covariate"},
      {"scenario.sed", "1", "sed: no such field of scenario; did you mean seed?"},
      {"scenario.ticks", "0", "0 is not a whole number between 1 and 1000000"},
      {"scenario.ticks", "1", "lies outside the run"},
      {"commitment.c.credibility", "1", "c: no such commitment"},
      {"", "1", "no such path"}};
  for (const auto& [path, value, message] : cases)
    EXPECT_NE(problem(path, value).find(message), std::string::npos)
        << path << ": " << problem(path, value);
}

TEST(LeaveOut, GivesWhatIsLeftOutItsDefault) {
  const std::vector<std::pair<const char*, double>> cases{
      {"alignment.BLR.RUS", 0}, {"alignment.UKR.RUS", 0},  {"dependence.BLR.RUS", 1e-6},
      {"sanctions.BLR.RUS", 0}, {"support.BLR.RUS", 0},    {"recognition.BLR.RUS", 1},
      {"pact.RUS.BLR", 0},      {"membership.CIS.BLR", 0}, {"position.RUS.plan", 0}};
  for (const auto& [path, expected] : cases) {
    Scenario scenario = base();
    leave_out(scenario, path);
    EXPECT_EQ(start_value(scenario, path), expected) << path;
  }
  Scenario scenario = base();
  leave_out(scenario, "event.visit");
  leave_out(scenario, "baseline.BLR.RUS");
  EXPECT_EQ(scenario.events.size(), 1U);
  EXPECT_FALSE(scenario.relations[0].baseline.has_value());
}

TEST(LeaveOut, OfAnActorsDriveLeavesTheCommonOne) {
  Scenario scenario = with("actor.BLR.diversification", "2.5");
  leave_out(scenario, "actor.BLR.diversification");
  EXPECT_EQ(start_value(scenario, "actor.BLR.diversification"),
            scenario.dynamics.dependence.diversification);
}

TEST(LeaveOut, OfOneDirectionKeepsTheOther) {
  Scenario scenario = base();
  leave_out(scenario, "alignment.UKR.RUS");
  EXPECT_NEAR(start_value(scenario, "alignment.RUS.UKR"), -0.9, 1e-15);
}

TEST(LeaveOut, OfAGroupKeepsItsName) {
  const Scenario calm = variant_of(base(), "calm");
  const World world = compile(calm)->start;
  EXPECT_EQ(world.roster->conflicts.all(), std::vector<std::string>{"war"});
  EXPECT_EQ(world.violation().maxCoeff(), 0.0);
  EXPECT_TRUE(world.belligerents().empty());
  EXPECT_EQ(world.co_membership().cwiseAbs().maxCoeff(), 0.0);
  EXPECT_EQ(world.salience.sum(), 0.0);
  EXPECT_EQ(world.position.cwiseAbs().maxCoeff(), 0.0);
}

TEST(LeaveOut, NamesWhatIsWrong) {
  const auto problem = [](std::string_view path) {
    Scenario scenario = base();
    return message_of([&] { leave_out(scenario, path); });
  };
  EXPECT_NE(problem("event.x").find("x: no such event"), std::string::npos);
  EXPECT_NE(problem("pact.BLR.UKR").find("there is none to leave out"), std::string::npos);
  EXPECT_NE(problem("sanctions.BLR.UKR").find("there is none to leave out"), std::string::npos);
  EXPECT_NE(problem("membership.CIS.UKR").find("there is none to leave out"), std::string::npos);
  EXPECT_NE(problem("actor.BLR").find("cannot be left out"), std::string::npos);
  EXPECT_NE(problem("actor.BLR.capability").find("cannot be left out"), std::string::npos);
  EXPECT_NE(problem("dynamics.alignment.noise").find("switch it off"), std::string::npos);
  EXPECT_NE(problem("alinement.BLR.RUS").find("did you mean alignment?"), std::string::npos);
}

TEST(Variant, SetsLeavesOutAndAdds) {
  const Scenario apart = variant_of(base(), "apart");
  EXPECT_NEAR(start_value(apart, "alignment.UKR.RUS"), 0.1, 1e-15);
  EXPECT_EQ(start_value(apart, "pact.BLR.RUS"), 0.0);
  ASSERT_EQ(apart.events.size(), 2U);
  EXPECT_EQ(to_text(apart.events[0].date), "2022-09-21");
  EXPECT_EQ(apart.events[1].path, "pact.BLR.RUS");
  EXPECT_EQ(*parameter_value(apart.dynamics, "dynamics.alignment.balance.rate"), 0.0);
}

TEST(Variant, BaseIsTheScenarioItself) {
  EXPECT_EQ(variant_of(base(), "base"), base());
  EXPECT_EQ(variant_ids(base()), (std::vector<std::string>{"base", "apart", "calm"}));
}

TEST(Variant, UnknownOnesAreNamedWithTheNearest) {
  EXPECT_NE(message_of([] {
              variant_of(base(), "appart");
            }).find("appart: no such variant; did you mean apart?"),
            std::string::npos);
}

TEST(Variant, KeepsTheBenchmarkOfTheScenario) {
  const auto model = compile(base());
  const auto apart = compile(variant_of(base(), "apart"), *model);
  EXPECT_EQ(apart->start.benchmark, model->start.benchmark);
  EXPECT_NE(apart->start.affinity, model->start.affinity);
}

TEST(Variant, LeavingOutABaselineChangesWhereItsDyadTendsTo) {
  const auto model = compile(base());
  const auto calm = compile(variant_of(base(), "calm"), *model);
  const Matrix moved = calm->start.benchmark->affinity - model->start.benchmark->affinity;
  EXPECT_NEAR(moved(0, 1), std::atanh(0.85) - std::atanh(0.2), 1e-12);
  EXPECT_EQ((moved.array() != 0.0).count(), 1);
}

}  // namespace
}  // namespace entente::scenario_texts

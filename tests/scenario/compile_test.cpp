// From what a scenario says to the world in which it runs.

#include "sim/scenario/compile.h"

#include <cmath>

#include "sim/engine/simulation.h"
#include "sim/events/cameo.h"
#include "sim/scenario/edit.h"
#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

const std::string full = three_actors + R"(
[[relation]]
from = "BLR"
to = "RUS"
alignment = 0.85
dependence = 0.6
support = "dual-use"
covariates = { distance = 0.7 }
[[relation]]
from = "UKR"
to = "RUS"
alignment = -0.9
sanctions = 4
recognition = 0.5
mutual = true
[[pact]]
between = ["BLR", "RUS"]
strength = 0.8
[[bloc]]
id = "CIS"
members = { BLR = 0.5, RUS = 1 }
cohesion = 0.4
[[issue]]
id = "plan"
positions = { RUS = 0.5 }
salience = { BLR = 3 }
[[issue]]
id = "gas"
positions = { BLR = -1 }
[[conflict]]
id = "war"
attackers = { RUS = 1.0, BLR = 0.4 }
defenders = ["UKR"]
intensity = 0.9
[dynamics.sanctions]
ego = { capability = 1 }
dyadic = { distance = 1 }
)";

World world_of(const std::string& text) { return compile(parsed(text))->start; }

TEST(Compile, KeepsTheOrderOfTheFile) {
  const World world = world_of(full);
  EXPECT_EQ(world.roster->actors.all(), (std::vector<std::string>{"BLR", "RUS", "UKR"}));
  EXPECT_EQ(world.roster->issues.all(), (std::vector<std::string>{"plan", "gas"}));
}

TEST(Compile, FillsTheDyads) {
  const World world = world_of(full);
  EXPECT_NEAR(world.alignment(0, 1), 0.85, 1e-15);
  EXPECT_EQ(world.affinity(0, 1), std::atanh(0.85));
  EXPECT_EQ(world.alignment(1, 0), 0.0);
  EXPECT_EQ(world.alignment(1, 2), world.alignment(2, 1));
  EXPECT_EQ(world.support()(0, 1), 2);
  EXPECT_EQ(world.sanctions()(2, 1), 4);
  EXPECT_EQ(world.sanctions()(1, 2), 4);
  EXPECT_EQ(world.recognition(1, 2), 0.5);
  EXPECT_EQ(world.non_recognition()(1, 2), 0.5);
  EXPECT_EQ(world.recognition(0, 1), 1.0);
  EXPECT_EQ(world.pact(0, 1), 0.8);
  EXPECT_EQ(world.pact(1, 0), 0.8);
}

TEST(Compile, RaisesDependenceToTheFloor) {
  const World world = world_of(full);
  EXPECT_EQ(world.dependence(0, 1), 0.6);
  EXPECT_EQ(world.dependence(0, 2), 1e-6);
  EXPECT_EQ(world.dependence(1, 2), 1e-6);
  EXPECT_EQ(world.dependence(1, 1), 0.0);
  EXPECT_EQ(world.home_at_start(0), world.home_share(0));
  EXPECT_NEAR(world.home_share(0), 0.4 - 1e-6, 1e-15);
}

TEST(Compile, FillsActorsAndGroups) {
  const World world = world_of(full);
  EXPECT_NEAR(world.share(1), 1.0 / 1.3, 1e-15);
  EXPECT_EQ(world.membership(0, 0), 0.5);
  EXPECT_EQ(world.cohesion(0), 0.4);
  EXPECT_NEAR(world.co_membership()(0, 1), 0.4 * 0.5, 1e-15);
  EXPECT_EQ(world.declared_side(0, 0), 0.4);
  EXPECT_EQ(world.declared_side(0, 2), -1.0);
  EXPECT_NEAR(world.side()(0, 0), 0.4 + 2.0 / 4.0, 1e-15);  // support for an attacker counts
  EXPECT_EQ(world.position(1, 0), 0.5);
  EXPECT_EQ(world.position_at_start, world.position);
  EXPECT_EQ(world.salience(0, 0), 0.75);
  EXPECT_EQ(world.salience(1, 0), 0.5);
}

TEST(Compile, DiversificationIsCommonUnlessAnActorHasItsOwn) {
  const World world = world_of(three_actors +
                               "[[actor]]\nid = \"CHN\"\ncapability = 1\ndiversification = 2.5\n"
                               "[dynamics.dependence]\ndiversification = 0.5\n");
  EXPECT_EQ(world.diversification(0), 0.5);
  EXPECT_EQ(world.diversification(3), 2.5);
}

TEST(Compile, CapabilityIsACovariateAndDyadsWithoutOneHaveZero) {
  const World world = world_of(full);
  const Covariates& covariates = *world.covariates;
  EXPECT_EQ(covariates.actor_names().all(), std::vector<std::string>{"capability"});
  EXPECT_NEAR(covariates.actor(0)(1), std::log(1.0 / (1.3 / 3.0)), 1e-14);
  EXPECT_EQ(covariates.dyadic(0)(0, 1), 0.7);
  EXPECT_EQ(covariates.dyadic(0)(1, 0), 0.0);
}

TEST(Compile, TheBenchmarkKeepsTheStartAtRest) {
  auto scenario = parsed(full);
  for (const char* path : {"dynamics.alignment.noise", "dynamics.sanctions.rate",
                           "dynamics.support.rate", "dynamics.positions.influence"})
    set_path(scenario, path, "0");
  Simulation run(compile(scenario), Draws(1, 0));
  while (!run.finished()) run.tick();
  EXPECT_LT((run.world().alignment - run.model().start.alignment).cwiseAbs().maxCoeff(), 1e-12);
  EXPECT_LT((run.world().dependence - run.model().start.dependence).cwiseAbs().maxCoeff(), 1e-12);
}

TEST(Compile, AnOwnBaselineTakesThePlaceOfTheStart) {
  auto scenario = parsed(full);
  const auto before = compile(scenario)->start.benchmark->affinity;
  set_path(scenario, "baseline.BLR.RUS", "0.5");
  const auto after = compile(scenario)->start.benchmark->affinity;
  EXPECT_NEAR(after(0, 1) - before(0, 1), std::atanh(0.5) - std::atanh(0.85), 1e-12);
  EXPECT_EQ(after(1, 0), before(1, 0));
}

TEST(Compile, EventsHaveTheirScoresLevelsAndFullPaths) {
  const auto model = compile(parsed(full + R"(
[[event]]
id = "visit"
date = 2022-09-20
type = "interaction"
from = "BLR"
to = "RUS"
cameo = "043"
mutual = true
[[event]]
date = 2022-09-08
type = "set"
path = "support.BLR.RUS"
value = "forces"
[[event]]
date = 2022-09-09
type = "set"
path = "dynamics.alignment.balance"
value = 2.5
)"));
  const auto& events = model->agenda.events();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(std::get<Setting>(events[0].what).value, 4.0);
  EXPECT_EQ(std::get<ParameterChange>(events[1].what).path, "dynamics.alignment.balance.rate");
  const auto& visit = std::get<Interaction>(events[2].what);
  EXPECT_EQ(visit.goldstein, find_cameo("043")->goldstein);
  EXPECT_TRUE(visit.mutual);
  EXPECT_EQ(events[2].id, "visit");
}

TEST(Compile, TheLastTickCoversTheEnd) {
  const auto ticks = [](const std::string& end) {
    std::string text = three_actors;
    text.replace(text.find("ticks = 10"), 10, "end = " + end);
    return calendar_of(parsed(text)).ticks;
  };
  EXPECT_EQ(ticks("2022-09-02"), 1);
  EXPECT_EQ(ticks("2022-09-08"), 1);
  EXPECT_EQ(ticks("2022-09-09"), 2);
}

TEST(Compile, SelfTiesGiveTheDiagonal) {
  const World world = world_of(three_actors +
                               "[[relation]]\nfrom = \"RUS\"\nto = \"RUS\"\nalignment = 3.5\n"
                               "[dynamics.alignment]\nlink = \"identity\"\nself_ties = true\n");
  EXPECT_EQ(world.alignment(1, 1), 3.5);
  EXPECT_EQ(world.affinity(1, 1), 3.5);
}

TEST(Compile, RefusesAnUncheckedScenarioThatIsWrong) {
  auto scenario = parsed(full);
  scenario.relations.front().to = "KAZ";
  EXPECT_NE(message_of([&] { compile(scenario); }).find("KAZ: no such actor"), std::string::npos);
}

TEST(Compile, RefusesAStartThatCannotBeBenchmarked) {
  const auto scenario = parsed(three_actors +
                               "[[relation]]\nfrom = \"RUS\"\nto = \"BLR\"\nalignment = 1e300\n"
                               "[[relation]]\nfrom = \"BLR\"\nto = \"UKR\"\nalignment = 1e300\n"
                               "[dynamics.alignment]\nlink = \"identity\"\n");
  EXPECT_NE(message_of([&] { compile(scenario); }).find("cannot be benchmarked"),
            std::string::npos);
}

}  // namespace
}  // namespace entente::scenario_texts

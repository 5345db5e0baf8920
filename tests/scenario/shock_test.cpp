// Shocks as scenarios write them.

#include <cmath>

#include "sim/scenario/compile.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/write.h"
#include "tests/scenario/errors.h"

namespace entente::scenario_texts {
namespace {

/// A shock whose lines, from 15 on, are: header, date, type, then these.
std::string shock(const std::string& fields) {
  return three_actors + "[[event]]\ndate = 2022-09-08\ntype = \"shock\"\n" + fields;
}

class ShockError : public testing::TestWithParam<Wrong> {};
TEST_P(ShockError, IsReportedAtItsPlace) { expect_reported(GetParam(), "/nonexistent"); }

INSTANTIATE_TEST_SUITE_P(
    Fields, ShockError,
    testing::Values(
        Wrong{"NegativeSpread", shock("spread = -0.5\n"), 18, 10, 4,
              "spread: -0.5 is not a number of at least 0"},
        Wrong{"WithoutASpread", shock("mean = 1.0\n"), 15, 1, 9,
              "event: spread is missing (an event of type \"shock\" needs it)"},
        Wrong{"UnknownDistribution", shock("spread = 1\ndistribution = \"unifrom\"\n"), 19, 16, 9,
              "distribution: \"unifrom\" is not one of normal, uniform; did you mean uniform?"},
        Wrong{"UnknownActor", shock("spread = 1\nactors = [\"BLR\", \"RSU\"]\n"), 19, 18, 5,
              "RSU: no such actor; did you mean RUS?"},
        Wrong{"OneActor", shock("spread = 1\nactors = [\"BLR\"]\n"), 19, 10, 7,
              "actors: a shock takes at least two, or all where none are named"},
        Wrong{"NoActors", shock("spread = 1\nactors = []\n"), 19, 10, 2,
              "actors: this list is not a list of actors"},
        Wrong{"ActorTwice", shock("spread = 1\nactors = [\"BLR\", \"RUS\", \"BLR\"]\n"), 19, 25, 5,
              "BLR: named twice"},
        Wrong{"TextForMutual", shock("spread = 1\nmutual = \"yes\"\n"), 19, 10, 5,
              "mutual: \"yes\" is not true or false"},
        Wrong{"ScoreOfAShock", shock("spread = 1\ngoldstein = 2\n"), 19, 13, 1,
              "goldstein: an event of type \"shock\" has none"},
        Wrong{"PathOfAShock", shock("spread = 1\npath = \"pact.BLR.RUS\"\n"), 19, 8, 14,
              "path: an event of type \"shock\" has none"},
        Wrong{"SpreadOfASetting",
              three_actors + "[[event]]\ndate = 2022-09-08\ntype = \"set\"\npath = \"pact.BLR.RUS\""
                             "\nvalue = 1\nspread = 1\n",
              20, 10, 1, "spread: an event of type \"set\" has none"},
        Wrong{"ActorsOfAnInteraction",
              three_actors +
                  "[[event]]\ndate = 2022-09-08\ntype = \"interaction\"\nfrom = \"BLR\"\nto = "
                  "\"RUS\"\ngoldstein = 1\nactors = [\"BLR\", \"RUS\"]\n",
              21, 10, 14, "actors: an event of type \"interaction\" has none"}),
    name_of);

TEST(Shock, ReportsAllThatIsWrongAtOnce) {
  EXPECT_EQ(errors_of(shock("spread = -1\nactors = [\"X\", \"Y\"]\nfrom = \"BLR\"\n")).size(), 4U);
}

const std::string unrest = shock(
    "id = \"unrest\"\nspread = 0.4\nmean = -0.25\nmutual = true\ndistribution = \"uniform\"\n"
    "actors = [\"UKR\", \"BLR\"]\n");

const Shock& first_shock(const Model& model) {
  return std::get<Shock>(model.agenda.events().front().what);
}

TEST(Shock, IsCompiledAsItIsWritten) {
  const auto model = compile(parsed(unrest));
  const Shock& compiled = first_shock(*model);
  EXPECT_EQ(compiled.actors, (std::vector<Index>{2, 0}));
  EXPECT_EQ(compiled.distribution, ShockDistribution::uniform);
  EXPECT_EQ(compiled.mean, -0.25);
  EXPECT_EQ(compiled.spread, 0.4);
  EXPECT_TRUE(compiled.mutual);
}

TEST(Shock, IsByDefaultANormalOneOfAllActorsWithMeanZero) {
  const auto model = compile(parsed(shock("spread = 0.4\n")));
  const Shock& compiled = first_shock(*model);
  EXPECT_EQ(compiled.actors, (std::vector<Index>{0, 1, 2}));
  EXPECT_EQ(compiled.distribution, ShockDistribution::normal);
  EXPECT_EQ(compiled.mean, 0.0);
  EXPECT_FALSE(compiled.mutual);
}

TEST(Shock, IsWrittenWithItsOwnFieldsAndReadBack) {
  for (const auto& text : {unrest, shock("spread = 0\n")}) {
    const Scenario scenario = parsed(text);
    const std::string written = to_toml(scenario);
    EXPECT_TRUE(parsed(written) == scenario);
    EXPECT_EQ(written.find("goldstein"), std::string::npos);
  }
  const std::string defaults = to_toml(parsed(shock("spread = 0.5\n")));
  for (const char* line : {"distribution = \"normal\"", "mean = 0", "spread = 0.5", "mutual ="})
    EXPECT_NE(defaults.find(line), std::string::npos) << line;
  const std::string visit =
      to_toml(parsed(three_actors + "[[event]]\ndate = 2022-09-08\ntype = \"interaction\"\nfrom = "
                                    "\"BLR\"\nto = \"RUS\"\ngoldstein = 1\n"));
  for (const char* field : {"spread", "distribution", "mean ="})
    EXPECT_EQ(visit.find(field), std::string::npos) << field;
}

TEST(Shock, CanBeSetByPaths) {
  Scenario scenario = parsed(unrest +
                             "[[variant]]\nid = \"v\"\nset = { \"event.unrest.mean\" = 0.3 "
                             "}\n");
  set_path(scenario, "event.unrest.spread", "0.1");
  EXPECT_EQ(first_shock(*compile(scenario)).spread, 0.1);
  EXPECT_EQ(first_shock(*compile(variant_of(scenario, "v"))).mean, 0.3);
  const auto problem = [&](const char* path, const char* value) {
    return message_of([&] { set_path(scenario, path, value); });
  };
  EXPECT_NE(problem("event.unrest.spread", "-1").find("-1 is not a number of at least 0"),
            std::string::npos);
  EXPECT_NE(problem("event.unrest.goldstein", "1").find("an event of type \"shock\" has none"),
            std::string::npos);
  EXPECT_NE(problem("event.unrest.spred", "1").find("did you mean spread?"), std::string::npos);
}

/// How affinities stand after the week of the shocks.
Matrix moved(const Scenario& scenario) {
  Simulation run(compile(scenario), Draws(1, 0));
  run.tick();
  run.tick();
  return run.world().affinity;
}

TEST(Shock, DrawsTheSameWhateverElseAVariantLeavesOut) {
  const std::string still =
      "[dynamics.alignment]\nnoise = false\ninertia = false\nbalance = "
      "false\n";
  const auto with_id = [](const std::string& id, const std::string& date) {
    return "[[event]]\nid = \"" + id + "\"\ndate = " + date +
           "\ntype = \"shock\"\nspread = 0.5\nactors = [\"RUS\", \"UKR\"]\n";
  };
  const std::string late = with_id("late", "2022-09-10");
  const Scenario alone = parsed(three_actors + late + still);
  Scenario both =
      parsed(three_actors + with_id("early", "2022-09-08") +
             "[[event]]\ndate = 2022-09-08\ntype = \"shock\"\nspread = 0.5\n" + late + still);
  const Shock last = std::get<Shock>(compile(both)->agenda.events().back().what);
  EXPECT_EQ(last.stream, first_shock(*compile(alone)).stream);
  EXPECT_NE(last.stream, first_shock(*compile(both)).stream);
  EXPECT_NE(moved(both), moved(alone));
  both.events.erase(both.events.begin(), both.events.begin() + 2);
  EXPECT_EQ(moved(both), moved(alone));
}

TEST(Shock, WithoutAnIdIsKnownByItsPlaceInItsTick) {
  const std::string one = "[[event]]\ndate = 2022-09-08\ntype = \"shock\"\nspread = 0.5\n";
  const std::string other = "[[event]]\ndate = 2022-09-20\ntype = \"shock\"\nspread = 0.5\n";
  const auto events = compile(parsed(three_actors + one + other + one))->agenda.events();
  EXPECT_EQ(std::get<Shock>(events[0].what).stream, 0U);
  EXPECT_EQ(std::get<Shock>(events[1].what).stream, 1U);
  EXPECT_EQ(std::get<Shock>(events[2].what).stream, 0U);
}

}  // namespace
}  // namespace entente::scenario_texts

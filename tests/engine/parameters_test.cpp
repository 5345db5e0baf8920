// Every parameter of the law of motion: its path, its declaration, how it is set and read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "sim/core/error.h"
#include "sim/engine/gauge.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// What goes wrong, in words; "" if nothing does.
template <class Action>
std::string complaint(Action action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.diagnostics().front().message;
  }
  return "";
}

TEST(Parameters, HavePathsOfTheirOwn) {
  std::set<std::string> paths;
  for (const auto& row : parameter_rows(Dynamics{})) {
    EXPECT_TRUE(paths.insert(row.path).second) << row.path;
    EXPECT_TRUE(row.path.starts_with("dynamics.")) << row.path;
    EXPECT_FALSE(row.meaning.empty()) << row.path;
    EXPECT_FALSE(row.bounds.empty()) << row.path;
    EXPECT_FALSE(row.value.empty()) << row.path;
  }
}

/// The defaults and units that the model page gives.
struct Row {
  std::string path, value, unit;
};
const std::vector<Row> model_page{{"dynamics.alignment.inertia.rate", "0.6", "1/yr"},
                                  {"dynamics.alignment.balance.rate", "1.2", "1/yr"},
                                  {"dynamics.alignment.balance.weighting", "\"capability\"", ""},
                                  {"dynamics.alignment.reciprocity.rate", "0.4", "1/yr"},
                                  {"dynamics.alignment.influence.rate", "0.3", "1/yr"},
                                  {"dynamics.alignment.dependence.rate", "0.3", "1/yr"},
                                  {"dynamics.alignment.grievance.rate", "0.25", "1/yr"},
                                  {"dynamics.alignment.pacts.rate", "0.25", "1/yr"},
                                  {"dynamics.alignment.membership.rate", "0.1", "1/yr"},
                                  {"dynamics.alignment.agreement.rate", "0.2", "1/yr"},
                                  {"dynamics.alignment.conflict.rate", "0.5", "1/yr"},
                                  {"dynamics.alignment.recognition.rate", "0.2", "1/yr"},
                                  {"dynamics.alignment.noise.scale", "0.12", "yr^-1/2"},
                                  {"dynamics.alignment.jump", "0.3", ""},
                                  {"dynamics.alignment.echo", "0.6", ""},
                                  {"dynamics.alignment.link", "\"tanh\"", ""},
                                  {"dynamics.alignment.baseline", "\"benchmark\"", ""},
                                  {"dynamics.alignment.self_ties", "false", ""},
                                  {"dynamics.sanctions.rate", "6", "1/yr"},
                                  {"dynamics.sanctions.levels", "4", ""},
                                  {"dynamics.sanctions.change", "3", ""},
                                  {"dynamics.sanctions.saturation", "1.5", ""},
                                  {"dynamics.sanctions.benchmark", "\"revealed\"", ""},
                                  {"dynamics.sanctions.outdegree", "-5", ""},
                                  {"dynamics.sanctions.hostility", "4", ""},
                                  {"dynamics.sanctions.violation", "4", ""},
                                  {"dynamics.sanctions.coalition", "4", ""},
                                  {"dynamics.sanctions.exposure", "30", ""},
                                  {"dynamics.sanctions.retaliation", "1.5", ""},
                                  {"dynamics.sanctions.reciprocity", "0", ""},
                                  {"dynamics.sanctions.transitive_triplets", "0", ""},
                                  {"dynamics.sanctions.three_cycles", "0", ""},
                                  {"dynamics.support.rate", "4", "1/yr"},
                                  {"dynamics.support.levels", "4", ""},
                                  {"dynamics.support.change", "3", ""},
                                  {"dynamics.support.saturation", "1.5", ""},
                                  {"dynamics.support.outdegree", "-4", ""},
                                  {"dynamics.support.affinity", "4", ""},
                                  {"dynamics.support.enmity", "3", ""},
                                  {"dynamics.support.alliance", "2", ""},
                                  {"dynamics.dependence.alignment", "1", ""},
                                  {"dynamics.dependence.blockade", "0.8", ""},
                                  {"dynamics.dependence.rate", "1", "1/yr"},
                                  {"dynamics.dependence.diversification", "1", ""},
                                  {"dynamics.dependence.floor", "1e-06", ""},
                                  {"dynamics.dependence.elasticity", "5", ""},
                                  {"dynamics.positions.influence", "0.3", "1/yr"},
                                  {"dynamics.positions.inertia", "0.3", "1/yr"}};

TEST(Parameters, HaveTheDefaultsAndUnitsOfTheModelPage) {
  const auto rows = parameter_rows(Dynamics{});
  for (const Row& expected : model_page) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.path == expected.path; });
    ASSERT_NE(found, rows.end()) << expected.path;
    EXPECT_EQ(found->value, expected.value) << expected.path;
    EXPECT_EQ(found->unit, expected.unit) << expected.path;
  }
}

TEST(Parameters, AreFoundUnderTheirShortPaths) {
  const Dynamics dynamics;
  EXPECT_EQ(full_parameter_path(dynamics, "dynamics.alignment.balance"),
            "dynamics.alignment.balance.rate");
  EXPECT_EQ(full_parameter_path(dynamics, "dynamics.alignment.noise"),
            "dynamics.alignment.noise.scale");
  EXPECT_EQ(full_parameter_path(dynamics, "dynamics.sanctions.hostility"),
            "dynamics.sanctions.hostility");
  EXPECT_FALSE(full_parameter_path(dynamics, "dynamics.alignment.balances"));
  EXPECT_FALSE(full_parameter_path(dynamics, "dynamics.alignment"));
}

TEST(Parameters, AreReadAsTheyWereSet) {
  Dynamics dynamics;
  for (const auto& row : parameter_rows(dynamics)) {
    if (!parameter_value(dynamics, row.path)) continue;
    if (row.bounds == "true or false") continue;
    const double value = row.path.ends_with("levels") ? 7.0 : 0.625;
    set_parameter(dynamics, row.path, value);
    EXPECT_EQ(parameter_value(dynamics, row.path), value) << row.path;
  }
  EXPECT_EQ(std::get<Grievance>(dynamics.alignment.mechanisms).rate, 0.625);
  EXPECT_EQ(std::get<support::Enmity>(dynamics.choice.support.effects).weight, 0.625);
  EXPECT_EQ(dynamics.choice.sanctions.rules.levels, 7);
}

TEST(Parameters, RefuseWhatIsOutOfBounds) {
  const auto refusal = [](const char* path, double value) {
    Dynamics dynamics;
    return complaint([&] { set_parameter(dynamics, path, value); });
  };
  EXPECT_EQ(refusal("dynamics.alignment.balance.rate", -1),
            "dynamics.alignment.balance.rate: -1 is not a number of at least 0");
  EXPECT_EQ(refusal("dynamics.dependence.blockade", 1),
            "dynamics.dependence.blockade: 1 is not a number between 0 and 1, the last excluded");
  EXPECT_EQ(refusal("dynamics.sanctions.levels", 2.5),
            "dynamics.sanctions.levels: 2.5 is not a whole number from 1 to 100");
  EXPECT_EQ(refusal("dynamics.sanctions.change", NAN),
            "dynamics.sanctions.change: nan is not a finite number");
  EXPECT_EQ(refusal("dynamics.alignment.link", 1), "dynamics.alignment.link: not a number");
  EXPECT_EQ(refusal("dynamics.sanctions.change", -4), "");
}

TEST(Parameters, OfCovariatesAppearWithTheirNames) {
  Dynamics dynamics;
  dynamics.choice.support.covariates.similarity["regime"] = 1.25;
  EXPECT_EQ(parameter_value(dynamics, "dynamics.support.similarity.regime"), 1.25);
  set_parameter(dynamics, "dynamics.support.similarity.regime", -2.0);
  EXPECT_EQ(dynamics.choice.support.covariates.similarity["regime"], -2.0);
}

TEST(Parameters, OfEnumerationsListTheirWords) {
  std::map<std::string, std::vector<std::string>> words;
  for (const auto& row : parameter_rows(Dynamics{})) words[row.path] = row.words;
  EXPECT_THAT(words["dynamics.alignment.baseline"], ElementsAre("benchmark", "initial"));
  EXPECT_THAT(words["dynamics.alignment.link"], ElementsAre("tanh", "identity"));
  EXPECT_THAT(words["dynamics.alignment.jump"], ElementsAre());
}

TEST(Gauges, ReadTheWorldWelfareAndParameters) {
  const Simulation run(scenes::model(scenes::random_world(5, 71), Dynamics{}, 1), Draws(1, 0));
  const auto reading = [&](const char* path) {
    return gauge_of(path, *run.world().roster, run.dynamics())(run);
  };
  EXPECT_EQ(reading("alignment.A1.A3"), run.world().alignment(1, 3));
  EXPECT_EQ(reading("position.A4.K1"), run.world().position(4, 1));
  EXPECT_EQ(reading("support.A4.A0"), 2.0);
  EXPECT_EQ(reading("welfare.A2"), 0.0);
  EXPECT_EQ(reading("dynamics.alignment.balance"), 1.2);
}

TEST(Gauges, NameWhatIsUnknownAndTheNearest) {
  const auto refusal = [](const char* path) {
    return complaint([&] { gauge_of(path, *scenes::roster(3, 1, 1, 1), Dynamics{}); });
  };
  EXPECT_EQ(refusal("welfare.A7"), "A7: no such actor; did you mean A0?");
  EXPECT_EQ(refusal("dynamics.alignment.balanse.rate"),
            "dynamics.alignment.balanse.rate: no such parameter; did you mean "
            "dynamics.alignment.balance.rate?");
  EXPECT_THAT(refusal("dynamics.alignment.link"), HasSubstr("no such parameter"));
  EXPECT_EQ(refusal("alignmnet.A0.A1"), "alignmnet.A0.A1: no such path; did you mean alignment?");
}

}  // namespace
}  // namespace entente

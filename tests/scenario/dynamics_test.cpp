// [dynamics]: numbers, tables and false, from the parameters' own declarations.

#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

Dynamics dynamics_of(const std::string& text) { return parsed(three_actors + text).dynamics; }

double value_at(const Dynamics& dynamics, const std::string& path) {
  return parameter_value(dynamics, path).value();
}

TEST(DynamicsTables, ANumberIsTheRateAndATableHoldsAll) {
  const auto dynamics = dynamics_of(
      "[dynamics.alignment]\nbalance = 0.7\nnoise = 0.05\n"
      "[dynamics.sanctions]\nhostility = 3\n"
      "[dynamics.dependence]\nalignment = 2\n");
  EXPECT_EQ(value_at(dynamics, "dynamics.alignment.balance.rate"), 0.7);
  EXPECT_EQ(value_at(dynamics, "dynamics.alignment.noise.scale"), 0.05);
  EXPECT_EQ(value_at(dynamics, "dynamics.sanctions.hostility"), 3.0);
  EXPECT_EQ(value_at(dynamics, "dynamics.dependence.alignment"), 2.0);
  const auto table =
      dynamics_of("[dynamics.alignment]\nbalance = { rate = 0.7, weighting = \"uniform\" }\n");
  EXPECT_EQ(std::get<Balance>(table.alignment.mechanisms).weighting, Weighting::uniform);
  EXPECT_EQ(std::get<Balance>(table.alignment.mechanisms).rate, 0.7);
}

TEST(DynamicsTables, WhatTheyLeaveOutKeepsItsDefault) {
  const auto rows =
      parameter_rows(dynamics_of("[dynamics.alignment]\nbalance = { weighting = \"uniform\" }\n"));
  const auto defaults = parameter_rows(Dynamics{});
  ASSERT_EQ(rows.size(), defaults.size());
  for (std::size_t p = 0; p < rows.size(); ++p)
    if (rows[p].path != "dynamics.alignment.balance.weighting") {
      EXPECT_EQ(rows[p].value, defaults[p].value) << rows[p].path;
    }
}

TEST(DynamicsTables, EveryParameterCanBeSetToItsDefault) {
  for (const auto& row : parameter_rows(Dynamics{})) {
    const auto dot = row.path.rfind('.');
    const auto text = std::string("[").append(row.path, 0, dot) + "]\n" + row.path.substr(dot + 1) +
                      " = " + row.value + "\n";
    EXPECT_TRUE(errors_of(three_actors + text).empty()) << text;
  }
}

TEST(DynamicsTables, FalseSwitchesOff) {
  const auto dynamics = dynamics_of(
      "[dynamics.alignment]\nbalance = false\nnoise = false\n"
      "[dynamics.sanctions]\nhostility = false\n[dynamics.support]\nrate = false\n");
  EXPECT_EQ(value_at(dynamics, "dynamics.alignment.balance.rate"), 0.0);
  EXPECT_EQ(value_at(dynamics, "dynamics.alignment.noise.scale"), 0.0);
  EXPECT_EQ(value_at(dynamics, "dynamics.sanctions.hostility"), 0.0);
  EXPECT_EQ(value_at(dynamics, "dynamics.support.rate"), 0.0);
}

TEST(DynamicsTables, CovariatesHaveWeightsByName) {
  const auto dynamics = dynamics_of(
      "[[relation]]\nfrom = \"BLR\"\nto = \"RUS\"\ncovariates = { distance = 0.7 }\n"
      "[dynamics.sanctions]\nego = { capability = 0.5 }\ndyadic.distance = -1\n");
  EXPECT_EQ(dynamics.choice.sanctions.covariates.ego.at("capability"), 0.5);
  EXPECT_EQ(dynamics.choice.sanctions.covariates.dyadic.at("distance"), -1.0);
  EXPECT_TRUE(dynamics.choice.support.covariates.ego.empty());
}

TEST(DynamicsTables, WordsAndFlagsAreTyped) {
  const auto dynamics = dynamics_of(
      "[dynamics.alignment]\nlink = \"identity\"\nself_ties = true\nbaseline = \"initial\"\n"
      "[dynamics.sanctions]\nlevels = 1\nbenchmark = \"none\"\n");
  EXPECT_EQ(dynamics.alignment.link, Link::identity);
  EXPECT_TRUE(dynamics.alignment.self_ties);
  EXPECT_EQ(dynamics.alignment.baseline, Baseline::initial);
  EXPECT_EQ(dynamics.choice.sanctions.rules.levels, 1);
  EXPECT_EQ(dynamics.choice.sanctions.rules.benchmark, Calibration::none);
}

}  // namespace
}  // namespace entente::scenario_texts

#include "analysis/explain/inputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/read.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view text = R"(format = 1
[scenario]
id = "inputs"
start = 2020-01-01
ticks = 52
[[source]]
id = "report"
title = "A report"
[[actor]]
id = "A"
capability = 2.0
basis = "report"
[[actor]]
id = "B"
capability = 1.0
diversification = 3.0
basis = "estimate"
[[actor]]
id = "C"
capability = 1.0
basis = "estimate"
[[relation]]
from = "A"
to = "B"
alignment = 0.5
dependence = 0.2
sanctions = "targeted"
basis = "report"
note = "The report says so."
[[relation]]
from = "B"
to = "C"
alignment = 0.1
basis = "estimate"
[[pact]]
between = ["B", "A"]
strength = 0.4
name = "Treaty"
[[bloc]]
id = "both"
members = { A = 1.0, B = 0.5, C = 1.0 }
cohesion = 0.3
basis = "estimate"
[[bloc]]
id = "other"
members = { A = 1.0, C = 1.0 }
cohesion = 0.3
basis = "estimate"
[[issue]]
id = "peace"
positions = { B = -0.5, C = 1.0 }
basis = "estimate"
[[issue]]
id = "elsewhere"
positions = { C = 1.0 }
basis = "estimate"
[[conflict]]
id = "war"
attackers = { A = 0.7 }
defenders = { C = 1.0 }
intensity = 0.9
basis = "estimate"
[[event]]
id = "visit"
date = 2020-03-01
type = "interaction"
from = "B"
to = "A"
cameo = "043"
basis = "report"
[[event]]
date = 2020-04-01
type = "set"
path = "pact.A.B"
value = 1.0
basis = "estimate"
[[event]]
date = 2020-05-01
type = "interaction"
from = "B"
to = "C"
goldstein = 1.0
basis = "estimate"
)";

Scenario scenario() { return parse_scenario(text, "inputs.toml", "").scenario; }

std::vector<std::string> entries_of(const std::vector<Input>& inputs) {
  std::vector<std::string> entries;
  for (const auto& input : inputs) entries.push_back(input.entry);
  return entries;
}

std::vector<std::string> numbers_of(const Input& input) {
  std::vector<std::string> numbers;
  for (const auto& [path, value] : input.numbers) numbers.push_back(path + " = " + value);
  return numbers;
}

TEST(Inputs, AreTheEntriesThatEnterTheDyadsDriftDirectly) {
  const auto inputs = inputs_of(scenario(), "A", "B");
  EXPECT_THAT(
      entries_of(inputs),
      ElementsAre("actor A", "actor B", "relation A → B", "pact B–A, Treaty", "bloc both",
                  "issue peace", "conflict war", "event visit, 2020-03-01", "event 2020-04-01"));
}

TEST(Inputs, HoldTheNumbersThatAreNotDefaultsWithTheirAddresses) {
  const auto inputs = inputs_of(scenario(), "A", "B");
  EXPECT_THAT(numbers_of(inputs[1]),
              ElementsAre("actor.B.capability = 1", "actor.B.diversification = 3"));
  EXPECT_THAT(numbers_of(inputs[2]), ElementsAre("alignment.A.B = 0.5", "dependence.A.B = 0.2",
                                                 "sanctions.A.B = targeted"));
  EXPECT_THAT(
      numbers_of(inputs[4]),
      ElementsAre("bloc.both.cohesion = 0.3", "membership.both.A = 1", "membership.both.B = 0.5"));
  EXPECT_THAT(numbers_of(inputs[5]), ElementsAre("position.B.peace = -0.5"));
  EXPECT_THAT(numbers_of(inputs[6]),
              ElementsAre("conflict.war.intensity = 0.9", "A attacks = 0.7"));
  EXPECT_THAT(numbers_of(inputs[7]), ElementsAre("CAMEO 043 (Host a visit), B → A = 2.8"));
  EXPECT_THAT(numbers_of(inputs[8]), ElementsAre("pact.A.B = 1"));
}

TEST(Inputs, HoldTheShocksThatJoltTheDyadAndTheResolveOfCommitments) {
  const auto all = parse_scenario(std::string(text) + R"([[event]]
id = "all"
date = 2020-02-01
type = "shock"
spread = 0.5
basis = "estimate"
[[event]]
id = "others"
date = 2020-02-01
type = "shock"
mean = -1.0
spread = 0.25
actors = ["B", "C"]
basis = "estimate"
[[commitment]]
id = "threat"
by = "A"
when = "support.B.C >= 1"
then = "sanctions.A.B = 2"
resolve = -1.5
basis = "estimate"
)",
                                  "inputs.toml", "")
                       .scenario;
  const auto inputs = inputs_of(all, "A", "B");
  ASSERT_EQ(inputs.size(), 11U);
  EXPECT_EQ(inputs[9].entry, "event all, 2020-02-01");
  EXPECT_THAT(numbers_of(inputs[9]), ElementsAre("mean of a shock = 0", "its spread = 0.5"));
  EXPECT_THAT(numbers_of(inputs[10]), ElementsAre("commitment.threat.resolve = -1.5"));
}

TEST(Inputs, SayWhatTheyRestOn) {
  const auto inputs = inputs_of(scenario(), "A", "B");
  EXPECT_EQ(inputs[2].basis, "report");
  EXPECT_EQ(inputs[2].source, "A report");
  EXPECT_EQ(inputs[2].note, "The report says so.");
  EXPECT_THAT(inputs[3].basis, IsEmpty());
  EXPECT_THAT(inputs[4].source, IsEmpty());
  const Grounds grounds = grounds_of(inputs);
  EXPECT_EQ(grounds.numbers, 1 + 2 + 3 + 1 + 3 + 1 + 2 + 1 + 1u);
  EXPECT_EQ(grounds.estimates, 2 + 3 + 1 + 2 + 1u);
  EXPECT_EQ(grounds.baseless, 1u);
}

TEST(Inputs, AreTheSameSeenFromTheOtherSide) {
  EXPECT_EQ(entries_of(inputs_of(scenario(), "B", "A")),
            entries_of(inputs_of(scenario(), "A", "B")));
}

}  // namespace
}  // namespace entente

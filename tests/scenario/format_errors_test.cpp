// What is wrong with single keys, types and numbers: the right place, and words that help.

#include "tests/scenario/errors.h"

namespace entente::scenario_texts {
namespace {

/// Three actors and some more lines, of which the first is line 15.
std::string with(const std::string& body) { return three_actors + body; }

/// A file whose heading differs: `line` in place of the third line after [scenario], ticks = 10.
std::string headed(const std::string& line) {
  std::string text = three_actors;
  return text.replace(text.find("ticks = 10"), 10, line);
}

class FormatError : public testing::TestWithParam<Wrong> {};
TEST_P(FormatError, IsReportedAtItsPlace) { expect_reported(GetParam(), "/nonexistent"); }

INSTANTIATE_TEST_SUITE_P(
    Document, FormatError,
    testing::Values(
        Wrong{"Syntax", with("[[relation]\n"), 15, 12, 1, "not valid TOML"},
        Wrong{"DuplicateKey", with("[[pact]]\nname = 1\nname = 2\n"), 17, 8, 1, "not valid TOML"},
        Wrong{"UnclosedText", with("[output]\nwatch = [\"a\n"), 16, 12, 1, "not valid TOML"},
        Wrong{"UnknownTable", with("[[relatoin]]\n"), 15, 3, 8,
              "relatoin: no such key or table; did you mean relation?"},
        Wrong{"UnknownKeyAtTop", "titel = 3\n" + three_actors, 1, 1, 5, "titel: no such key"},
        Wrong{"UnknownField", with("[[pact]]\nbetween = [\"BLR\", \"RUS\"]\nstrenght = 1\n"), 17, 1,
              8, "strenght: no such key in pact; did you mean strength?"},
        Wrong{"TableForList", with("[pact]\nstrength = 1\n"), 15, 1, 6,
              "pact: a table is not a list of tables; write [[pact]]"},
        Wrong{"ListForTable", with("[[output]]\nwatch = []\n"), 15, 1, 10,
              "output: a list is not a table; write [output]"},
        Wrong{"ScalarForDynamics", "dynamics = 3\n" + three_actors, 1, 12, 1,
              "dynamics: 3 is not a table"},
        Wrong{"CommitmentParameter", with("[dynamics.commitments]\naudience_cost = 1.1\n"), 16, 17,
              3, "1.1 is not a number between 0 and 1"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Heading, FormatError,
    testing::Values(
        Wrong{"NoFormat", three_actors.substr(three_actors.find('\n') + 1), 1, 1, 1,
              "format is missing; write format = 1"},
        Wrong{"OtherFormat", "format = 2" + three_actors.substr(10), 1, 10, 1,
              "format: 2 is not 1"},
        Wrong{"FormatAsText", "format = \"1\"" + three_actors.substr(10), 1, 10, 3,
              "format: \"1\" is not 1"},
        Wrong{"NeitherEndNorTicks", headed("seed = 3"), 2, 1, 10, "give end or ticks"},
        Wrong{"EndAndTicks", headed("ticks = 3\nend = 2023-09-01"), 2, 1, 10, "not both"},
        Wrong{"EndBeforeStart", headed("end = 2022-08-31"), 5, 7, 10,
              "end: 2022-08-31 is not after the start, 2022-09-01"},
        Wrong{"EndAtStart", headed("end = 2022-09-01"), 5, 7, 10, "is not after the start"},
        Wrong{"NoTicks", headed("ticks = 0"), 5, 9, 1,
              "ticks: 0 is not a whole number between 1 and 1000000"},
        Wrong{"FractionOfTicks", headed("ticks = 1.5"), 5, 9, 3, "1.5 is not a whole number"},
        Wrong{"EndFarAway", headed("end = 9999-01-01\nstep = \"1 day\""), 5, 7, 10,
              "a run takes 1 to 1000000"},
        Wrong{"RunBeyondTheCalendar", headed("ticks = 1000000\nstep = \"520 weeks\""), 5, 9, 7,
              "ends before 10000"},
        Wrong{"StepOfNothing", headed("ticks = 3\nstep = \"0 weeks\""), 6, 8, 9,
              "\"0 weeks\" is not a positive number of days or weeks"},
        Wrong{"StepInMonths", headed("ticks = 3\nstep = \"1 month\""), 6, 8, 9, "step:"},
        Wrong{"StepAsNumber", headed("ticks = 3\nstep = 7"), 6, 8, 1, "step: 7 is not"},
        Wrong{"StepTooLong", headed("ticks = 3\nstep = \"99999 weeks\""), 6, 8, 13, "3650"},
        Wrong{"DateInQuotes", headed("end = \"2023-09-01\""), 5, 7, 12, "without quotes"},
        Wrong{"DateWithTime", headed("end = 2023-09-01T10:00:00"), 5, 7, 19,
              "is not a date such as 2023-03-01"},
        Wrong{"NegativeSeed", headed("ticks = 3\nseed = -1"), 6, 8, 2, "seed: -1 is not"},
        Wrong{"IdWithBlank",
              "format = 1\n[scenario]\nid = \"a b\"" +
                  three_actors.substr(three_actors.find("\nstart")),
              3, 6, 5, "\"a b\" is not a name of letters, digits, - and _"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Fields, FormatError,
    testing::Values(
        Wrong{"TextForNumber", with("[[bloc]]\nid = \"G\"\ncohesion = \"big\"\n"), 17, 12, 5,
              "cohesion: \"big\" is not a number of at least 0"},
        Wrong{"NumberOutOfBounds", with("[[bloc]]\nid = \"G\"\ncohesion = -0.5\n"), 17, 12, 4,
              "cohesion: -0.5 is not a number of at least 0"},
        Wrong{"NaN", with("[[bloc]]\nid = \"G\"\ncohesion = nan\n"), 17, 12, 3,
              "cohesion: nan is not"},
        Wrong{"Infinity", with("[[bloc]]\nid = \"G\"\ncohesion = inf\n"), 17, 12, 3,
              "cohesion: inf is not"},
        Wrong{"NumberForText", with("[[source]]\nid = \"a\"\ntitle = 3\n"), 17, 9, 1,
              "title: 3 is not text"},
        Wrong{"ListForNumber", with("[[bloc]]\nid = \"G\"\ncohesion = [1]\n"), 17, 12, 3,
              "cohesion: a list is not a number of at least 0"},
        Wrong{"TextForFlag", with("[[relation]]\nfrom = \"BLR\"\nto = \"RUS\"\nmutual = \"yes\"\n"),
              18, 10, 5, "mutual: \"yes\" is not true or false"},
        Wrong{"UnknownWord", with("[[event]]\ndate = 2022-09-02\ntype = \"visit\"\n"), 17, 8, 7,
              "type: \"visit\" is not one of interaction, set, shock"},
        Wrong{"MissingField", with("[[bloc]]\nid = \"G\"\n"), 15, 1, 8,
              "bloc: cohesion is missing (expected a number of at least 0)"},
        Wrong{"MissingId", with("[[issue]]\ntitle = \"x\"\n"), 15, 1, 9, "issue: id is missing"},
        Wrong{"PairOfThree", with("[[pact]]\nbetween = [\"BLR\", \"RUS\", \"UKR\"]\n"), 16, 11, 21,
              "between: this list is not two actors"},
        Wrong{"PairOfNumbers", with("[[pact]]\nbetween = [1, 2]\n"), 16, 11, 6, "two actors"},
        Wrong{"TextInNumbers", with("[[issue]]\nid = \"k\"\npositions = { BLR = \"yes\" }\n"), 17,
              21, 5, "BLR: \"yes\" is not a number between -1 and 1"},
        Wrong{"ListWhereNumbersAreNeeded", with("[[issue]]\nid = \"k\"\npositions = [\"BLR\"]\n"),
              17, 13, 7,
              "positions: this list is not a table of a number between -1 and 1 by actor"},
        Wrong{"MemberTwice",
              with("[[bloc]]\nid = \"G\"\ncohesion = 1\nmembers = [\"BLR\", \"BLR\"]\n"), 18, 19, 5,
              "BLR: named twice"},
        Wrong{"StatesAsText", with("[[actor]]\nid = \"EU\"\ncapability = 1.0\nstates = \"AUT\"\n"),
              18, 10, 5, "states: \"AUT\" is not a list of states"},
        Wrong{"PathsAsText", with("[output]\nwatch = \"welfare.BLR\"\n"), 16, 9, 13,
              "watch: \"welfare.BLR\" is not a list of paths"},
        Wrong{"UnquotedPathInSet",
              with("[[variant]]\nid = \"v\"\nset = { alignment.BLR.RUS = 0.5 }\n"), 17, 9, 9,
              "write the path in quotes"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Dynamics, FormatError,
    testing::Values(
        Wrong{"UnknownBlock", with("[dynamics.alinement]\nbalance = 1\n"), 15, 11, 9,
              "dynamics.alinement: no such parameter"},
        Wrong{"UnknownMechanism", with("[dynamics.alignment]\nbalence = 1\n"), 16, 1, 7,
              "dynamics.alignment.balence: no such parameter; did you mean "
              "dynamics.alignment.balance?"},
        Wrong{"UnknownParameter", with("[dynamics.alignment]\nbalance = { weight = 1 }\n"), 16, 13,
              6, "dynamics.alignment.balance.weight: no such parameter"},
        Wrong{"NegativeRate", with("[dynamics.alignment]\nbalance = -1\n"), 16, 11, 2,
              "dynamics.alignment.balance: -1 is not a number of at least 0"},
        Wrong{"TrueForARate", with("[dynamics.alignment]\nbalance = true\n"), 16, 11, 4,
              "true is not a number"},
        Wrong{"FalseForAShare", with("[dynamics.dependence]\nblockade = false\n"), 16, 12, 5,
              "false is not a number"},
        Wrong{"UnknownWeighting", with("[dynamics.alignment]\nbalance.weighting = \"unifrom\"\n"),
              16, 21, 9, "\"unifrom\" is not one of capability, uniform; did you mean uniform?"},
        Wrong{"FractionOfLevels", with("[dynamics.support]\nlevels = 2.5\n"), 16, 10, 3,
              "2.5 is not a whole number between 1 and 100"},
        Wrong{"ListOfRates", with("[dynamics.alignment]\nbalance = [1]\n"), 16, 11, 3,
              "dynamics.alignment.balance: a list is not a parameter"},
        Wrong{"SelfTiesUnderTanh", with("[dynamics.alignment]\nself_ties = true\n"), 16, 13, 4,
              "self_ties: only with link = \"identity\""},
        Wrong{"UnknownCovariate", with("[dynamics.sanctions]\nego = { wealth = 1 }\n"), 16, 18, 1,
              "wealth: no such actor covariate"},
        Wrong{"UnknownDyadicCovariate", with("[dynamics.support]\ndyadic = { distance = 1 }\n"), 16,
              23, 1, "distance: no such dyadic covariate"}),
    name_of);

TEST(FormatErrors, AKeyThatNestsWithoutEndIsRefused) {
  std::string key = "a";
  for (int k = 0; k < 100000; ++k) key += ".a";
  const auto errors = errors_of(with(key + " = 1\n"));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].place.line, 15U);
  EXPECT_NE(errors[0].message.find("keys may not nest that deep"), std::string::npos);
}

TEST(FormatErrors, DotsInCommentsAndTextsAreNotKeys) {
  std::string dots(300, '.');
  EXPECT_TRUE(errors_of(with("# " + dots + "\n[[source]]\nid = \"a\"\n")).empty());
}

TEST(FormatErrors, AnActorThatLacksAUsedCovariateIsNamed) {
  const auto errors =
      errors_of(with("[[actor]]\nid = \"POL\"\ncapability = 1\n"
                     "covariates = { wealth = 2 }\n"
                     "[dynamics.sanctions]\nalter = { wealth = 1 }\n"));
  ASSERT_EQ(errors.size(), 3U);
  EXPECT_EQ(errors[0].message,
            "BLR: no covariate wealth, which dynamics.sanctions.alter.wealth needs of every actor");
  EXPECT_EQ(errors[0].place.line, 6U);
}

TEST(FormatErrors, CapabilityIsReservedAmongCovariates) {
  const auto errors =
      errors_of(with("[[actor]]\nid = \"POL\"\ncapability = 1\n"
                     "covariates = { capability = 2 }\n"));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NE(errors[0].message.find("always there"), std::string::npos);
}

}  // namespace
}  // namespace entente::scenario_texts

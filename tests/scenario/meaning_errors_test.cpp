// What is wrong with what fields say together: names, dates, dyads, shares, variants.

#include <algorithm>

#include "tests/scenario/errors.h"

namespace entente::scenario_texts {
namespace {

std::string with(const std::string& body) { return three_actors + body; }

std::string event(const std::string& fields) {
  return with("[[event]]\ndate = 2022-09-08\n" + fields);
}

std::string variant(const std::string& fields) {
  return with("[[variant]]\nid = \"v\"\n" + fields);
}

class MeaningError : public testing::TestWithParam<Wrong> {};
TEST_P(MeaningError, IsReportedAtItsPlace) { expect_reported(GetParam(), "/nonexistent"); }

const std::string relation = "[[relation]]\nfrom = \"BLR\"\nto = \"RUS\"\n";

INSTANTIATE_TEST_SUITE_P(
    Actors, MeaningError,
    testing::Values(
        Wrong{"DuplicateActor", with("[[actor]]\nid = \"RUS\"\ncapability = 1\n"), 16, 6, 5,
              "RUS: a second actor of that id; the first is in line 10"},
        Wrong{"NoActors", three_actors.substr(0, three_actors.find("[[actor]]")), 0, 0, 1,
              "no actors in this scenario; it takes at least two"},
        Wrong{"OneActor", three_actors.substr(0, three_actors.find("[[actor]]\nid = \"RUS\"")), 6,
              1, 9, "only one actor"},
        Wrong{"DuplicateBloc",
              with("[[bloc]]\nid = \"G\"\ncohesion = 1\n[[bloc]]\nid = \"G\"\ncohesion = 1\n"), 19,
              6, 3, "G: a second bloc of that id"},
        Wrong{"UnknownSource",
              with("[[source]]\nid = \"report\"\n" + relation + "basis = \"rapport\"\n"), 20, 9, 9,
              "rapport: no such source; did you mean report?"},
        Wrong{"ReservedSource", with("[[source]]\nid = \"estimate\"\n"), 16, 6, 10, "reserved"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Relations, MeaningError,
    testing::Values(
        Wrong{"UnknownActor", with("[[relation]]\nfrom = \"RUSS\"\nto = \"BLR\"\n"), 16, 8, 6,
              "RUSS: no such actor; did you mean RUS?"},
        Wrong{"Itself", with("[[relation]]\nfrom = \"RUS\"\nto = \"RUS\"\n"), 17, 6, 5,
              "RUS: an actor has no relation to itself"},
        Wrong{"Twice", with(relation + relation), 18, 1, 12,
              "BLR to RUS: this relation is given twice; the first is in line 15"},
        Wrong{"TwiceByMutual",
              with(relation + "mutual = true\n[[relation]]\nfrom = \"RUS\"\nto = \"BLR\"\n"), 19, 1,
              12, "RUS to BLR: this relation is given twice"},
        Wrong{"AlignmentOfOne", with(relation + "alignment = 1\n"), 18, 13, 1,
              "alignment: 1 is not a number between -1 and 1, both excluded"},
        Wrong{"BaselineOutOfBounds", with(relation + "baseline = -1.5\n"), 18, 12, 4,
              "baseline: -1.5 is not"},
        Wrong{"UnknownLevel", with(relation + "sanctions = \"sever\"\n"), 18, 13, 7,
              "\"sever\": no such level (expected none, targeted, sectoral, severe, embargo); did "
              "you mean severe?"},
        Wrong{"LevelOfTheOtherLayer", with(relation + "support = \"embargo\"\n"), 18, 11, 9,
              "\"embargo\": no such level"},
        Wrong{"LevelTooHigh", with(relation + "sanctions = 5\n"), 18, 13, 1,
              "5 is not a level, a whole number between 0 and 4"},
        Wrong{"FractionOfALevel", with(relation + "support = 1.5\n"), 18, 11, 3, "1.5 is not a"},
        Wrong{"NameWithOtherLevels",
              with(relation + "sanctions = \"severe\"\n[dynamics.sanctions]\nlevels = 3\n"), 18, 13,
              8, "level names are for levels = 4; with levels = 3 give a number"},
        Wrong{"RowOfDependence",
              with(relation + "dependence = 0.6\n[[relation]]\nfrom = \"BLR\"\nto = \"UKR\"\n"
                              "dependence = 0.4\n"),
              22, 14, 3, "BLR: its dependence on all others, the floor of 1e-06 included, adds up"},
        Wrong{"RowOfFloors", with("[dynamics.dependence]\nfloor = 0.6\n"), 16, 9, 3,
              "floor: 0.6 towards each of 2 others leaves no share for home"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Groups, MeaningError,
    testing::Values(
        Wrong{"PactOfOne", with("[[pact]]\nbetween = [\"RUS\", \"RUS\"]\n"), 16, 11, 14,
              "an actor has no pact with itself"},
        Wrong{
            "PactTwice",
            with(
                "[[pact]]\nbetween = [\"BLR\", \"RUS\"]\n[[pact]]\nbetween = [\"RUS\", \"BLR\"]\n"),
            18, 11, 14, "RUS and BLR: a second pact between them; the first is in line 15"},
        Wrong{"PactOfNobody", with("[[pact]]\nbetween = [\"RUS\", \"BLX\"]\n"), 16, 11, 14,
              "BLX: no such actor; did you mean BLR?"},
        Wrong{"MemberThatIsNoActor",
              with("[[bloc]]\nid = \"G\"\ncohesion = 1\nmembers = [\"RUS\", \"KAZ\"]\n"), 18, 19, 5,
              "KAZ: no such actor"},
        Wrong{"MemberOfTooMuchWeight",
              with("[[bloc]]\nid = \"G\"\ncohesion = 1\nmembers = { RUS = 1.5 }\n"), 18, 19, 3,
              "RUS: 1.5 is not a number between 0 and 1"},
        Wrong{"PositionOfNobody", with("[[issue]]\nid = \"k\"\npositions = { KAZ = 1 }\n"), 17, 21,
              1, "KAZ: no such actor"},
        Wrong{"SalienceOfNobody", with("[[issue]]\nid = \"k\"\nsalience = { KAZ = 1 }\n"), 17, 20,
              1, "KAZ: no such actor"},
        Wrong{"NoSalienceAtAll", with("[[issue]]\nid = \"k\"\nsalience = { RUS = 0 }\n"), 17, 20, 1,
              "RUS: its salience is 0 on every issue"},
        Wrong{"BothSides",
              with("[[conflict]]\nid = \"c\"\nattackers = [\"RUS\"]\ndefenders = { RUS = 0.5 }\n"),
              18, 21, 3, "RUS: on both sides of c"},
        Wrong{"SideOfNobody", with("[[conflict]]\nid = \"c\"\nattackers = [\"RSU\"]\n"), 17, 14, 5,
              "RSU: no such actor; did you mean RUS?"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Events, MeaningError,
    testing::Values(
        Wrong{"BeforeTheRun",
              with("[[event]]\ndate = 2022-08-31\ntype = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = "
                   "1\n"),
              16, 8, 10,
              "2022-08-31 lies outside the run, which goes from 2022-09-01 until before "
              "2022-11-10"},
        Wrong{"AtTheEnd",
              with("[[event]]\ndate = 2022-11-10\ntype = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = "
                   "1\n"),
              16, 8, 10, "lies outside the run"},
        Wrong{
            "DateAsText",
            with(
                "[[event]]\ndate = \"soon\"\ntype = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = 1\n"),
            16, 8, 6, "date: \"soon\" is not a date"},
        Wrong{"NoScore", event("type = \"interaction\"\nfrom = \"BLR\"\nto = \"RUS\"\n"), 15, 1, 9,
              "cameo or goldstein is missing"},
        Wrong{"TwoScores",
              event("type = \"interaction\"\nfrom = \"BLR\"\nto = \"RUS\"\ncameo = \"043\"\n"
                    "goldstein = 1\n"),
              21, 13, 1, "give cameo or goldstein, not both"},
        Wrong{"UnknownCode",
              event("type = \"interaction\"\nfrom = \"BLR\"\nto = \"RUS\"\ncameo = \"0431\"\n"), 20,
              9, 6, "no CAMEO code with a known Goldstein score; the code above it is 043"},
        Wrong{"CodeAsNumber",
              event("type = \"interaction\"\nfrom = \"BLR\"\nto = \"RUS\"\ncameo = 43\n"), 20, 9, 2,
              "cameo: 43 is not text"},
        Wrong{"ScoreOutOfBounds",
              event("type = \"interaction\"\nfrom = \"BLR\"\nto = \"RUS\"\ngoldstein = 11\n"), 20,
              13, 2, "11 is not a number between -10 and 10"},
        Wrong{"WithItself",
              event("type = \"interaction\"\nfrom = \"RUS\"\nto = \"RUS\"\ngoldstein = 1\n"), 19, 6,
              5, "an actor does not interact with itself"},
        Wrong{"WithoutATarget", event("type = \"interaction\"\nfrom = \"RUS\"\ngoldstein = 1\n"),
              15, 1, 9, "event: to is missing"},
        Wrong{"PathOfAnInteraction",
              event("type = \"interaction\"\nfrom = \"BLR\"\nto = \"RUS\"\ngoldstein = 1\npath = "
                    "\"x\"\n"),
              21, 8, 3, "path: an event of type \"interaction\" has none"},
        Wrong{"ScoreOfASetting",
              event("type = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = 1\ngoldstein = 1\n"), 20, 13,
              1, "goldstein: an event of type \"set\" has none"},
        Wrong{"WithoutAValue", event("type = \"set\"\npath = \"pact.BLR.RUS\"\n"), 15, 1, 9,
              "event: value is missing"},
        Wrong{"UnknownPath", event("type = \"set\"\npath = \"pakt.BLR.RUS\"\nvalue = 1\n"), 18, 8,
              14, "no such path; did you mean pact?"},
        Wrong{"PathWithoutAnActor", event("type = \"set\"\npath = \"pact.BLR.RSU\"\nvalue = 1\n"),
              18, 8, 14, "RSU: no such actor; did you mean RUS?"},
        Wrong{"PathThatCannotBeSet",
              event("type = \"set\"\npath = \"actor.BLR.capability\"\nvalue = 1\n"), 18, 8, 22,
              "no event can set this"},
        Wrong{"ValueOutOfBounds", event("type = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = 2\n"), 19,
              9, 1, "value: 2 is not a number between 0 and 1"},
        Wrong{"LevelOutOfBounds",
              event("type = \"set\"\npath = \"sanctions.BLR.RUS\"\nvalue = 5\n"), 19, 9, 1,
              "5 is not a level"},
        Wrong{"WordForANumber",
              event("type = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = \"full\"\n"), 19, 9, 6,
              "value: \"full\" is not a number"},
        Wrong{"UnknownParameter",
              event("type = \"set\"\npath = \"dynamics.alignment.balence\"\nvalue = 1\n"), 18, 8,
              28, "no such parameter"},
        Wrong{"ParameterOutOfBounds",
              event("type = \"set\"\npath = \"dynamics.alignment.balance\"\nvalue = -1\n"), 19, 9,
              2, "-1 is not a number of at least 0"},
        Wrong{"ParameterOfTheStart",
              event("type = \"set\"\npath = \"dynamics.support.levels\"\nvalue = 2\n"), 18, 8, 25,
              "acts at the start only"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Output, MeaningError,
    testing::Values(Wrong{"UnknownActorInPath", with("[output]\nwatch = [\"alignment.BLR.RSU\"]\n"),
                          16, 10, 19, "RSU: no such actor; did you mean RUS?"},
                    Wrong{"UnknownPath", with("[output]\nwatch = [\"alinement.BLR.RUS\"]\n"), 16,
                          10, 19, "did you mean alignment?"},
                    Wrong{"WelfareOfNobody", with("[output]\nwatch = [\"welfare.XXXXXX\"]\n"), 16,
                          10, 16, "XXXXXX: no such actor"},
                    Wrong{"ListedTwice",
                          with("[output]\nwatch = [\"welfare.BLR\", \"welfare.BLR\"]\n"), 16, 25,
                          13, "welfare.BLR: listed twice"},
                    Wrong{"ExplainedWelfare", with("[output]\nexplain = [\"welfare.BLR\"]\n"), 16,
                          12, 13, "only alignments are explained"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Variants, MeaningError,
    testing::Values(
        Wrong{"DuplicateId", with("[[variant]]\nid = \"v\"\n[[variant]]\nid = \"v\"\n"), 18, 6, 3,
              "v: a second variant of that id"},
        Wrong{"ReservedId", with("[[variant]]\nid = \"base\"\n"), 16, 6, 6, "reserved"},
        Wrong{"UnknownPath", variant("set = { \"alinement.BLR.RUS\" = 0.5 }\n"), 17, 31, 3,
              "alinement.BLR.RUS: no such path; did you mean alignment?"},
        Wrong{"UnknownActor", variant("set = { \"alignment.BLR.RSU\" = 0.5 }\n"), 17, 31, 3,
              "RSU: no such actor"},
        Wrong{"ValueOutOfBounds", variant("set = { \"recognition.BLR.RUS\" = 2 }\n"), 17, 33, 1,
              "recognition.BLR.RUS: 2 is not a number between 0 and 1"},
        Wrong{"WhatTheWholeForbids", variant("set = { \"alignment.BLR.RUS\" = 1.5 }\n"), 17, 31, 3,
              "alignment: 1.5 is not a number between -1 and 1"},
        Wrong{"LevelUnknown", variant("set = { \"sanctions.BLR.RUS\" = \"all\" }\n"), 17, 31, 5,
              "\"all\": no such level"},
        Wrong{"Seed", variant("set = { \"scenario.seed\" = 3 }\n"), 17, 27, 1,
              "shares the scenario's time axis and seed"},
        Wrong{"Commitment", variant("set = { \"commitment.x.credibility\" = 0.3 }\n"), 17, 38, 3,
              "x: no such commitment"},
        Wrong{"WithoutUnknownEvent", variant("without = [\"event.visit\"]\n"), 17, 12, 13,
              "visit: no such event"},
        Wrong{"WithoutWhatIsNotThere", variant("without = [\"pact.BLR.RUS\"]\n"), 17, 12, 14,
              "pact.BLR.RUS: there is none to leave out"},
        Wrong{"WithoutAnActor", variant("without = [\"actor.BLR\"]\n"), 17, 12, 11,
              "an actor cannot be left out"},
        Wrong{"WithoutAMechanism", variant("without = [\"dynamics.alignment.balance\"]\n"), 17, 12,
              28, "switch it off with set"},
        Wrong{
            "EventOutsideTheRun",
            variant("event = [ { date = 2030-01-01, type = \"set\", path = \"pact.BLR.RUS\", value "
                    "= 1 } ]\n"),
            17, 20, 10, "lies outside the run"}),
    name_of);

TEST(MeaningErrors, AreAllReportedAtOnceInTheOrderOfTheFile) {
  const auto errors = errors_of(
      with("[[relation]]\nfrom = \"RUSS\"\nto = \"BLR\"\nalignment = 2\ncolour = 3\n"
           "[[event]]\ndate = 2021-01-01\ntype = \"set\"\npath = \"pact.BLR.RUS\"\nvalue = 2\n"
           "[[variant]]\nid = \"v\"\nwithout = [\"event.x\"]\n"));
  std::vector<std::uint32_t> lines;
  for (const auto& error : errors) lines.push_back(error.place.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{16, 18, 19, 21, 24, 27}));
}

TEST(MeaningErrors, StopAtFiveHundred) {
  std::string text = three_actors;
  for (int k = 0; k < 2000; ++k) text += "[[relation]]\nfrom = \"X\"\nto = \"RUS\"\n";
  const auto errors = errors_of(text);
  ASSERT_EQ(errors.size(), 501U);
  EXPECT_NE(errors.back().message.find("mend these first"), std::string::npos);
}

TEST(MeaningErrors, MetricsAreJudgedByTheNamesGiven) {
  const std::string text = with("[output]\nwatch = [\"metric.polarisation\"]\n");
  EXPECT_TRUE(errors_of(text).empty());
  EXPECT_TRUE(errors_of(text, "/nonexistent", {"polarisation"}).empty());
  const auto errors = errors_of(text, "/nonexistent", {"polarization", "frustration"});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message, "metric.polarisation: no such metric; did you mean polarization?");
}

TEST(MeaningErrors, TooManyActorsAreRefused) {
  std::string text = three_actors;
  for (int k = 0; k < 2000; ++k)
    text += "[[actor]]\nid = \"A" + std::to_string(k) + "\"\ncapability = 1\n";
  const auto errors = errors_of(text);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message, "2003 entries of actor; at most 2000");
}

}  // namespace
}  // namespace entente::scenario_texts

// What is wrong with commitments, with blocs that vote, and with variants that contradict
// themselves.

#include "tests/scenario/errors.h"

namespace entente::scenario_texts {
namespace {

std::string with(const std::string& body) { return three_actors + body; }

/// A commitment by RUS whose lines, from 15 on, are: header, id, by, then these.
std::string commitment(const std::string& fields) {
  return with("[[commitment]]\nid = \"c\"\nby = \"RUS\"\n" + fields);
}

const std::string response = "then = \"sanctions.RUS.BLR = severe\"\ncredibility = 1\n";

std::string when(const std::string& condition) {
  return commitment("when = \"" + condition + "\"\n" + response);
}

std::string then(const std::string& what) {
  return commitment("then = \"" + what + "\"\nwhen = \"support.BLR.UKR > none\"\n" +
                    "credibility = 1\n");
}

/// A bloc whose lines, from 15 on, are: header, id, cohesion, then these.
std::string bloc(const std::string& fields) {
  return with("[[bloc]]\nid = \"G\"\ncohesion = 1\n" + fields);
}

const std::string together = "members = [\"BLR\", \"RUS\"]\ndecision = \"unanimity\"\n";

class CommitmentError : public testing::TestWithParam<Wrong> {};
TEST_P(CommitmentError, IsReportedAtItsPlace) { expect_reported(GetParam(), "/nonexistent"); }

INSTANTIATE_TEST_SUITE_P(
    Conditions, CommitmentError,
    testing::Values(
        Wrong{"NoTest", when("support.BLR.UKR"), 18, 8, 17, "expected a test of a path"},
        Wrong{"NoPath", when(">= 3"), 18, 8, 6, "expected a test of a path"},
        Wrong{"NoSuchSign", when("support.BLR.UKR => 3"), 18, 8, 22,
              "\"=>\" compares nothing; expected one of >=, <=, >, <, ==, !="},
        Wrong{"NoValue", when("support.BLR.UKR >="), 18, 8, 20, "is not a level or a number"},
        Wrong{"NoNumber", when("alignment.BLR.UKR > warm"), 18, 8, 26, "warm is not a number"},
        Wrong{"UnknownLevel", when("support.BLR.UKR >= letal"), 18, 8, 26,
              "\"letal\": no such level"},
        Wrong{"UnknownActor", when("support.BLR.UKX >= lethal"), 18, 8, 27,
              "UKX: no such actor; did you mean UKR?"},
        Wrong{"UnknownPath", when("suport.BLR.UKR >= 3"), 18, 8, 21, "did you mean support?"},
        Wrong{"UnknownEvent", when("event.attack"), 18, 8, 14, "attack: no such event"},
        Wrong{"LevelAboveTheHighest", when("support.BLR.UKR >= 5"), 18, 8, 22,
              "when: can never hold: support.BLR.UKR is a number between 0 and 4"},
        Wrong{"LevelBelowNone", when("sanctions.BLR.UKR < none"), 18, 8, 26, "can never hold"},
        Wrong{"HalfALevel", when("sanctions.BLR.UKR == 1.5"), 18, 8, 26, "can never hold"},
        Wrong{"AlignmentOfOne", when("alignment.BLR.UKR >= 1"), 18, 8, 24, "can never hold"},
        Wrong{"FixedCapability", when("actor.BLR.capability > 0.1"), 18, 8, 28,
              "can never hold: actor.BLR.capability is always 0.1"},
        Wrong{"EventAfterUntil",
              with("[[event]]\nid = \"e\"\ndate = 2022-10-20\ntype = \"set\"\npath = "
                   "\"pact.BLR.RUS\"\nvalue = 1\n[[commitment]]\nid = \"c\"\nby = \"RUS\"\n"
                   "when = \"event.e\"\n" +
                   response + "until = 2022-10-19\n"),
              24, 8, 9, "can never hold: e is on 2022-10-20, after until, 2022-10-19"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Responses, CommitmentError,
    testing::Values(
        Wrong{"NoLevel", then("alignment.RUS.BLR = 0.5"), 18, 8, 25,
              "expected a level and what it becomes"},
        Wrong{"NoAssignment", then("sanctions.RUS.BLR >= 3"), 18, 8, 24,
              "expected a level and what it becomes"},
        Wrong{"OfAnother", then("sanctions.UKR.BLR = severe"), 18, 8, 28,
              "is a level of UKR, not of RUS, who commits itself"},
        Wrong{"UnknownLevel", then("sanctions.RUS.BLR = sever"), 18, 8, 27, "did you mean severe?"},
        Wrong{"TooHigh", then("sanctions.RUS.BLR = 7"), 18, 8, 23, "7 is not a level"},
        Wrong{"TowardItself", then("sanctions.RUS.RUS = 1"), 18, 8, 23,
              "an actor has no relation to itself"},
        Wrong{"UntilBeforeTheStart",
              commitment("when = \"support.BLR.UKR > none\"\n" + response + "until = 2022-08-31\n"),
              21, 9, 10, "until: 2022-08-31 is before the start, 2022-09-01"},
        Wrong{"CredibilityAboveOne",
              commitment("when = \"support.BLR.UKR > none\"\nthen = \"sanctions.RUS.BLR = 1\"\n"
                         "credibility = 1.5\n"),
              20, 15, 3, "1.5 is not a number between 0 and 1"},
        Wrong{"CredibilityAndResolve",
              commitment("when = \"support.BLR.UKR > none\"\n" + response + "resolve = 0.5\n"), 21,
              11, 3, "commitment: give credibility or resolve, not both"},
        Wrong{"NeitherCredibilityNorResolve",
              commitment("when = \"support.BLR.UKR > none\"\nthen = \"sanctions.RUS.BLR = 1\"\n"),
              15, 1, 14, "commitment: credibility or resolve is missing"},
        Wrong{"ResolveInWords",
              commitment("when = \"support.BLR.UKR > none\"\nthen = \"sanctions.RUS.BLR = 1\"\n"
                         "resolve = \"strong\"\n"),
              20, 11, 8, "resolve: \"strong\" is not a finite number"},
        Wrong{"HandTyingBelowZero",
              commitment("when = \"support.BLR.UKR > none\"\n" + response +
                         "[dynamics.commitments]\nhand_tying = -1\n"),
              22, 14, 2, "-1 is not a number of at least 0"},
        Wrong{"HandTyingInMidRun",
              with("[[event]]\ndate = 2022-09-08\ntype = \"set\"\npath = "
                   "\"dynamics.commitments.hand_tying\"\nvalue = 2\n"),
              18, 8, 33, "acts at the start only"},
        Wrong{"OfABlocThatVotes",
              bloc(together +
                   "[[commitment]]\nid = \"c\"\nby = \"RUS\"\nwhen = \"support.BLR.RUS > 0\"\n"
                   "then = \"sanctions.RUS.UKR = 1\"\ncredibility = 1\n"),
              24, 8, 23, "the sanctions of RUS are the competence of G, which votes"},
        Wrong{"ByNobody",
              with("[[commitment]]\nid = \"c\"\nby = \"RSU\"\nwhen = \"support.BLR.UKR > 0\"\n" +
                   response),
              17, 6, 5, "RSU: no such actor"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Blocs, CommitmentError,
    testing::Values(
        Wrong{"LeaderMissing", bloc("members = [\"BLR\", \"RUS\"]\ndecision = \"leader\"\n"), 19,
              12, 8, "leader is missing"},
        Wrong{"LeaderIsNoMember",
              bloc("members = [\"BLR\", \"RUS\"]\ndecision = \"leader\"\nleader = \"UKR\"\n"), 20,
              10, 5, "UKR: no member of G"},
        Wrong{"LeaderWithoutItsRule", bloc(together + "leader = \"RUS\"\n"), 20, 10, 5,
              "G decides by unanimity; only decision = \"leader\" has one"},
        Wrong{"TwoVotingBlocs",
              bloc(together + "[[bloc]]\nid = \"H\"\ncohesion = 1\nmembers = [\"RUS\"]\ndecision = "
                              "\"qualified-majority\"\n"),
              23, 12, 5, "RUS: a member of G and H, which both vote"},
        Wrong{"JoinsASecond",
              bloc("members = [\"BLR\"]\ndecision = \"unanimity\"\n[[bloc]]\nid = \"H\"\ncohesion "
                   "= 1\nmembers = [\"RUS\"]\ndecision = \"unanimity\"\n[[event]]\ndate = "
                   "2022-09-08\ntype = \"set\"\npath = \"membership.H.BLR\"\nvalue = 1\n"),
              28, 8, 18, "BLR: a member of G and H, which both vote"},
        Wrong{"LeaderLeaves",
              bloc("members = [\"BLR\", \"RUS\"]\ndecision = \"leader\"\nleader = \"RUS\"\n"
                   "[[event]]\ndate = 2022-09-08\ntype = \"set\"\npath = \"membership.G.RUS\"\n"
                   "value = 0\n"),
              24, 8, 18, "RUS: the leader of G cannot leave it"},
        Wrong{
            "LevelsThatDiffer",
            bloc(together + "[[relation]]\nfrom = \"RUS\"\nto = \"UKR\"\nsanctions = \"severe\"\n"),
            23, 13, 8, "RUS on UKR: level 3, but BLR holds 0; members of G"},
        Wrong{"SanctionsAmongMembers",
              bloc(together + "[[relation]]\nfrom = \"RUS\"\nto = \"BLR\"\nsanctions = 1\n"), 23,
              13, 1, "RUS on BLR: both are members of G"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Variants, CommitmentError,
    testing::Values(
        Wrong{"SetsWhatItLeavesOut",
              with("[[variant]]\nid = \"v\"\nset = { \"alignment.BLR.RUS\" = 0.5 }\nwithout = "
                   "[\"alignment.BLR.RUS\"]\n[[relation]]\nfrom = \"BLR\"\nto = \"RUS\"\n"),
              17, 31, 3, "this variant sets it and leaves it out"},
        Wrong{"SetsPartOfWhatItLeavesOut",
              commitment("when = \"support.BLR.UKR > none\"\n" + response +
                         "[[variant]]\nid = \"v\"\nset = { \"commitment.c.until\" = 2022-09-20 }\n"
                         "without = [\"commitment.c\"]\n"),
              23, 32, 10, "this variant sets it and leaves commitment.c out"}),
    name_of);

TEST(Commitments, MayRestOnAnEventThatOnlyAVariantHas) {
  const auto scenario = parsed(when("event.attack") +
                               "[[variant]]\nid = \"v\"\nevent = [{ id = \"attack\", date = "
                               "2022-09-08, type = \"set\", path "
                               "= \"pact.BLR.RUS\", value = 1.0 }]\n[[variant]]\nid = \"w\"\n");
  EXPECT_EQ(scenario.commitments.size(), 1U);
}

TEST(Commitments, ReportAllThatIsWrongAtOnce) {
  const auto errors = errors_of(
      commitment("when = \"support.BLR.UKX > 1\"\nthen = \"sanctions.UKR.BLR = 9\"\ncredibility = "
                 "2\nuntil = 2000-01-01\n"));
  EXPECT_EQ(errors.size(), 4U);
}

}  // namespace
}  // namespace entente::scenario_texts

#include "analysis/report/study_words.h"

#include <gtest/gtest.h>

#include "analysis/study/read_study.h"
#include "sim/scenario/write.h"
#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

/// The words of a study of the small world with one outcome.
StudyWords words_of(const std::string& outcome) {
  StudyIdentity identity;
  identity.study =
      "format = 1\n[study]\nid = \"s\"\ndesign = { type = \"grid\", levels = 2 }\n"
      "[[parameter]]\npath = \"alignment.north.east\"\nrange = [0.0, 1.0]\n"
      "[[outcome]]\nname = \"x\"\n" +
      outcome;
  identity.subject = to_toml(small_world());
  return StudyWords(identity, "s.db");
}

std::string said(const std::string& outcome) { return words_of(outcome).outcome(0); }

TEST(StudyWords, CallOutcomesByWhatTheyTakeOfWhat) {
  const std::string of = "of = \"alignment.north.south\"\nstatistic = ";
  EXPECT_EQ(said(of + "\"final\""), "north's alignment with south at the end");
  EXPECT_EQ(said(of + "\"change\""), "the change of north's alignment with south");
  EXPECT_EQ(said(of + "\"at\"\ndate = 2020-03-01"), "north's alignment with south on 2020-03-01");
  EXPECT_EQ(said(of + "\"final\"\nabove = 0.25"),
            "whether north's alignment with south at the end exceeds 0.25");
  EXPECT_EQ(said(of + "\"first_time\"\nabove = 0.5"),
            "the time until north's alignment with south first exceeds 0.5");
}

TEST(StudyWords, CallLevelsByTheNextAboveTheThreshold) {
  EXPECT_EQ(said("of = \"support.north.south\"\nstatistic = \"ever\"\nabove = 2.5"),
            "whether north's support for south ever reaches level 3");
  EXPECT_EQ(said("of = \"sanctions.north.south\"\nstatistic = \"ever\""),
            "whether north's sanctions on south ever reach level 1");
  EXPECT_EQ(said("of = \"sanctions.north.south\"\nstatistic = \"mean\"\nabove = 1.5"),
            "whether the mean of north's sanctions on south over time exceeds 1.5");
}

TEST(StudyWords, GiveValuesInTheirUnits) {
  EXPECT_EQ(words_of("of = \"alignment.north.south\"\nstatistic = \"change\"").value(0, -0.25),
            "−0.25");
  EXPECT_EQ(words_of("of = \"alignment.north.south\"\nstatistic = \"first_time\"").value(0, 1.25),
            "1.2 years");
  EXPECT_EQ(words_of("of = \"alignment.north.south\"\nstatistic = \"max\"").value(0, 1e200),
            "1e+200");
}

TEST(StudyWords, NameTheScenariosFileAsTheStudyDoesOrElseByItsId) {
  StudyWords words = words_of("of = \"alignment.north.south\"\nstatistic = \"final\"");
  EXPECT_EQ(words.scenario_file(), "small-world.toml");
}

}  // namespace
}  // namespace entente

// What is wrong with what the fields of a study say together, and with its scenario.

#include <fmt/format.h>

#include "tests/study/studies.h"

namespace entente::studies {
namespace {

using scenario_texts::expect_reported;
using scenario_texts::name_of;
using scenario_texts::Wrong;

class StudyMeaningError : public testing::TestWithParam<Wrong> {};
TEST_P(StudyMeaningError, IsReportedAtItsPlace) {
  const Folder folder;
  expect_reported(GetParam(), errors_in(folder, GetParam().text));
}

const std::string scenario_line = "scenario = \"small_world.toml\"\n";
const std::string path_line = "path = \"dynamics.alignment.balance\"";
const std::string range_line = "range = [0.5, 2.0]";
const std::string dates = "path = \"event.visit.date\"\nrange = [2020-02-01, 2020-03-01]";

INSTANTIATE_TEST_SUITE_P(
    Subject, StudyMeaningError,
    testing::Values(Wrong{"Neither", small(scenario_line, ""), 2, 1, 7,
                          "study: scenario is missing (expected the path of a file)"},
                    Wrong{"Both", small("seed = 7", "model = \"x\""), 2, 1, 7,
                          "study: give a scenario or a model, not both"},
                    Wrong{"UnknownModel", model("\"ishigami\"", "\"ishigam\""), 4, 9, 9,
                          "ishigam: no such test model; did you mean ishigami?"},
                    Wrong{"VariantTwice",
                          small("seed = 7", "variants = [\"same\", \"base\", \"same\"]"), 6, 29, 6,
                          "same: named twice"},
                    Wrong{"UnknownVariant",
                          small("seed = 7", "variants = [\"base\", \"no-visits\"]"), 6, 21, 11,
                          "no-visits: no such variant; did you mean no-visit?"},
                    Wrong{"VariantOfAModel", model("seed = 7", "variants = [\"same\"]"), 6, 13, 6,
                          "same: no such variant"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Parameters, StudyMeaningError,
    testing::Values(
        Wrong{"None", small("[[parameter]]\n" + path_line + "\n" + range_line + "\n", ""), 2, 1, 7,
              "a study needs at least one [[parameter]]"},
        Wrong{"NoRange", small(range_line + "\n", ""), 8, 1, 13,
              "parameter dynamics.alignment.balance: give either range or values"},
        Wrong{"RangeAndValues", small(range_line, range_line + "\nvalues = [1]"), 8, 1, 13,
              "parameter dynamics.alignment.balance: give either range or values"},
        Wrong{"ReversedRange", small("[0.5, 2.0]", "[2.0, 0.5]"), 10, 9, 10,
              "range: 2.0 is not below 0.5"},
        Wrong{"RangeOfOnePlace", small("[0.5, 2.0]", "[2, 2]"), 10, 9, 6,
              "range: 2 is not below 2"},
        Wrong{"ReversedWholeAndFraction", small("[0.5, 2.0]", "[3, 2.5]"), 10, 9, 8,
              "range: 3 is not below 2.5"},
        Wrong{"ReversedDates",
              small(path_line + "\n" + range_line,
                    edited(dates, "2020-02-01, 2020-03-01", "2020-03-01, 2020-02-01")),
              10, 9, 24, "range: 2020-03-01 is not below 2020-02-01"},
        Wrong{"LogScaleFromZero", small("[0.5, 2.0]", "[0.0, 2.0]\nscale = \"log\""), 10, 9, 10,
              "range: a log scale needs numbers above 0"},
        Wrong{"LogScaleOfDates", small(path_line + "\n" + range_line, dates + "\nscale = \"log\""),
              10, 9, 24, "range: a log scale needs numbers above 0"},
        Wrong{"VariedTwice",
              small("[[outcome]]",
                    "[[parameter]]\npath = \"dynamics.alignment.balance\"\n"
                    "range = [1, 2]\n[[outcome]]"),
              12, 8, 28, "dynamics.alignment.balance: varied twice"},
        Wrong{"Seed", small(path_line, "path = \"scenario.seed\""), 9, 8, 15,
              "scenario.seed: replicates vary the random numbers; say how many"},
        Wrong{"UnknownPath", small(path_line, "path = \"dynamics.alignment.balence\""), 10, 9, 10,
              "dynamics.alignment.balence: no such parameter; did you mean "
              "dynamics.alignment.balance?"},
        Wrong{"RangeOutOfBounds", small("[0.5, 2.0]", "[-1.0, 2.0]"), 10, 9, 11,
              "dynamics.alignment.balance: -1.0 is not a number of at least 0"},
        Wrong{"ValueOutOfBounds", small(range_line, "values = [0.5, \"much\"]"), 10, 10, 13,
              "\"much\" is not"},
        Wrong{"UnknownOfAModel", model("\"x1\"", "\"x4\""), 9, 8, 4,
              "x4: no such parameter; did you mean"},
        Wrong{"RangeWithoutEnd", model("[-3.0, 3.0]", "[-3.0, inf]"), 10, 9, 11, "inf is not"},
        Wrong{"ValueThatIsNone", model("range = [-3.0, 3.0]", "values = [nan]"), 10, 10, 5,
              "nan is not"},
        Wrong{"DatesOfAModel", model("[-3.0, 3.0]", "[2020-01-01, 2020-02-01]"), 10, 9, 24,
              "x1: 2020-01-01 is not a finite number"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Outcomes, StudyMeaningError,
    testing::Values(
        Wrong{"None", small_study.substr(0, small_study.find("[[outcome]]")), 2, 1, 7,
              "a study needs between 1 and 400 [[outcome]]"},
        Wrong{"AtWithoutDate", small("statistic = \"final\"", "statistic = \"at\""), 14, 13, 4,
              "at: needs a date"},
        Wrong{"DateOfAnother", small_study + "date = 2020-02-01\n", 15, 8, 10,
              "date: only the statistic at takes one"},
        Wrong{"DateOutside",
              small("statistic = \"final\"", "statistic = \"at\"\ndate = 2019-12-31"), 15, 8, 10,
              "2019-12-31: outside the run, which goes from 2020-01-01 to 2020-10-07"},
        Wrong{"UnknownActor", small("alignment.north.south", "alignment.north.sout"), 13, 6, 22,
              "did you mean south?"},
        Wrong{"UnknownMetric", small("alignment.north.south", "metric.polarisation"), 13, 6, 21,
              "polarisation: no such metric; did you mean polarization?"},
        Wrong{"OtherOfAModel", model("\"y\"", "\"z\""), 13, 6, 3,
              "z: a test model has the one outcome y"},
        Wrong{"NameTwice",
              small_study + "[[outcome]]\nname = \"Final\"\nof = \"welfare.west\"\n"
                            "statistic = \"mean\"\n",
              16, 8, 7, "Final: another column of the results has this name"},
        Wrong{"NameOfAColumn", small("\"final\"", "\"Replicate\""), 12, 8, 11,
              "Replicate: another column of the results has this name; those have run, point, "
              "replicate, variant, status, message and the parameters besides outcomes"},
        Wrong{"NameOfAParameter", model("\"answer\"", "\"X1\""), 12, 8, 4,
              "X1: another column of the results"}),
    name_of);

TEST(StudyMeaningErrors, AStudyHasAtMost400Outcomes) {
  const auto outcomes = [](int count) {
    std::string text = small_study;
    for (int k = 1; k < count; ++k)
      text += fmt::format(
          "[[outcome]]\nname = \"o{}\"\nof = \"welfare.west\"\nstatistic = "
          "\"mean\"\n",
          k);
    return text;
  };
  const Folder folder;
  EXPECT_TRUE(errors_in(folder, outcomes(400)).empty());
  expect_reported({"", "", 2, 1, 7, "between 1 and 400"}, errors_in(folder, outcomes(401)));
}

TEST(StudyMeaningErrors, ARangeMayHaveAWholeAndAFractionalEnd) {
  const Folder folder;
  EXPECT_TRUE(errors_in(folder, small("[0.5, 2.0]", "[0.5, 2]")).empty());
  EXPECT_TRUE(errors_in(folder, small("[0.5, 2.0]", "[1, 2.5]")).empty());
}

TEST(StudyMeaningErrors, AllAreReportedAtOnceInTheOrderOfTheFile) {
  const Folder folder;
  auto text = small("seed = 7", "seed = -7");
  text = edited(text, "[0.5, 2.0]", "[2.0, 0.5]");
  text = edited(text, "alignment.north.south", "metric.none");
  const auto errors = errors_in(folder, text + "date = 2020-02-01\n[[hope]]\n");
  std::vector<std::uint32_t> lines;
  for (const auto& error : errors) lines.push_back(error.place.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{6, 10, 13, 15, 16}));
}

TEST(StudyMeaningErrors, ThoseOfTheScenarioJoinThoseOfTheStudy) {
  const Folder folder;
  folder.write("wrong.toml", edited(scenario_texts::three_actors, "ticks = 10", "ticks = 0"));
  const auto errors =
      errors_in(folder, edited(small("small_world", "wrong"), "[0.5, 2.0]", "[2.0, 0.5]"));
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].place.file, (folder.path() / "study.toml").string());
  EXPECT_EQ(errors[0].place.line, 10U);
  EXPECT_EQ(errors[1].place.file, (folder.path() / "wrong.toml").string());
  EXPECT_EQ(errors[1].place.line, 5U);
  EXPECT_EQ(errors[1].source_line, "ticks = 0");
}

TEST(StudyMeaningErrors, AScenarioThatIsNotThereIsNamed) {
  const Folder folder;
  const auto errors = errors_in(folder, small("small_world", "nowhere"));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].place.file, (folder.path() / "nowhere.toml").string());
  EXPECT_EQ(errors[0].message, "no such file");
}

}  // namespace
}  // namespace entente::studies

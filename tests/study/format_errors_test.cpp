// What is wrong with single keys, types and numbers of a study: the right place, and words that
// help.

#include "tests/study/studies.h"

namespace entente::studies {
namespace {

using scenario_texts::expect_reported;
using scenario_texts::name_of;
using scenario_texts::Wrong;

class StudyFormatError : public testing::TestWithParam<Wrong> {};
TEST_P(StudyFormatError, IsReportedAtItsPlace) {
  const Folder folder;
  expect_reported(GetParam(), errors_in(folder, GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Document, StudyFormatError,
    testing::Values(Wrong{"Syntax", small_study + "[[outcome]\n", 15, 11, 1, "not valid TOML"},
                    Wrong{"NoFormat", small("format = 1\n", ""), 1, 1, 1,
                          "format is missing; write format = 1 at the top of the file"},
                    Wrong{"OtherFormat", small("format = 1", "format = 2"), 1, 10, 1,
                          "format: 2 is not 1, the only format that this version reads"},
                    Wrong{"FormatAsList", small("format = 1", "format = [1]"), 1, 10, 3,
                          "format: a list is not 1"},
                    Wrong{"UnknownTable", small_study + "[[paramter]]\n", 15, 3, 8,
                          "paramter: no such key or table; did you mean parameter?"},
                    Wrong{"ListedPoints", small_study + "[[point]]\nvalues = [1]\n", 15, 3, 5,
                          "point: no such key or table"},
                    Wrong{"NoStudy", "format = 1\n", 1, 1, 1, "the table [study] is missing"},
                    Wrong{"StudyIsNoTable", "format = 1\nstudy = 3\n", 2, 9, 1,
                          "study: 3 is not a table; write [study]"},
                    Wrong{"UnknownKey", small("replicates", "replicate"), 5, 1, 9,
                          "replicate: no such key in study; did you mean replicates?"},
                    Wrong{"NoId", small("id = \"s\"\n", ""), 2, 1, 7, "study: id is missing"},
                    Wrong{"IdWithBlank", small("\"s\"", "\"a b\""), 3, 6, 5,
                          "\"a b\" is not a name of letters, digits, - and _"},
                    Wrong{"NoReplicate", small("replicates = 3", "replicates = 0"), 5, 14, 1,
                          "replicates: 0 is not a whole number between 1 and 4000000000"},
                    Wrong{"NegativeSeed", small("seed = 7", "seed = -1"), 6, 8, 2,
                          "seed: -1 is not"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Design, StudyFormatError,
    testing::Values(Wrong{"IsNoTable", small("{ type = \"grid\", levels = 3 }", "\"grid\""), 7, 10,
                          6, "design: \"grid\" is not a table: design = { … }"},
                    Wrong{"UnknownKey", small("levels", "levles"), 7, 27, 6,
                          "levles: no such key in design; did you mean levels?"},
                    Wrong{"UnknownType", small("\"grid\"", "\"gird\""), 7, 19, 6,
                          "type: \"gird\" is not one of grid, zip, list"},
                    Wrong{"OneLevel", small("levels = 3", "levels = 1"), 7, 36, 1,
                          "levels: 1 is not a whole number between 2 and 1000000"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Values, StudyFormatError,
    testing::Values(
        Wrong{"RangeOfOne", small("[0.5, 2.0]", "[0.5]"), 10, 9, 5,
              "range: this list is not two numbers or two dates, such as [0.5, 2.0]"},
        Wrong{"RangeOfThree", small("[0.5, 2.0]", "[1, 2, 3]"), 10, 9, 9, "range: this list"},
        Wrong{"RangeOfTexts", small("[0.5, 2.0]", "[\"a\", \"b\"]"), 10, 9, 10, "range: this list"},
        Wrong{"RangeOfNumberAndDate", small("[0.5, 2.0]", "[1, 2020-01-01]"), 10, 9, 15,
              "range: this list is not two numbers or two dates"},
        Wrong{"RangeOfLists", small("[0.5, 2.0]", "[[1], [2]]"), 10, 9, 10, "range: this list"},
        Wrong{"RangeAsNumber", small("[0.5, 2.0]", "2.0"), 10, 9, 3,
              "range: 2.0 is not two numbers or two dates"},
        Wrong{"ValuesAsNumber", small("range = [0.5, 2.0]", "values = 3"), 10, 10, 1,
              "values: 3 is not a list of values, such as [0.2, 0.5, 0.9]"},
        Wrong{"NoValues", small("range = [0.5, 2.0]", "values = []"), 10, 10, 2,
              "values: this list is not a list of values"},
        Wrong{"ValuesAsTable", small("range = [0.5, 2.0]", "values = { a = 1 }"), 10, 10, 9,
              "values: a table is not a list of values"},
        Wrong{"UnknownScale", small("2.0]", "2.0]\nscale = \"lgo\""), 11, 9, 5,
              "scale: \"lgo\" is not one of linear, log; did you mean log?"},
        Wrong{"UnknownStatistic", small("statistic = \"final\"", "statistic = \"finale\""), 14, 13,
              8, "statistic: \"finale\" is not one of initial, final"},
        Wrong{"ThresholdAsText", small_study + "above = \"zero\"\n", 15, 9, 6,
              "above: \"zero\" is not a finite number"},
        Wrong{"DateInQuotes", small_study + "date = \"2020-02-01\"\n", 15, 8, 12,
              "without quotes"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Variants, StudyFormatError,
    testing::Values(Wrong{"AsText", small("seed = 7", "variants = \"base\""), 6, 12, 6,
                          "variants: \"base\" is not a list of variants, such as [\"base\"]"},
                    Wrong{"None", small("seed = 7", "variants = []"), 6, 12, 2,
                          "variants: this list is not a list of variants"},
                    Wrong{"OfNumbers", small("seed = 7", "variants = [1]"), 6, 12, 3,
                          "variants: this list is not a list of variants"}),
    name_of);

TEST(StudyFormatErrors, AMissingFileIsNamed) {
  const Folder folder;
  try {
    read_study(folder.path() / "none.toml");
    FAIL() << "a study that is not there was read";
  } catch (const InputError& error) {
    ASSERT_EQ(error.diagnostics().size(), 1U);
    EXPECT_EQ(error.diagnostics()[0].place.file, (folder.path() / "none.toml").string());
    EXPECT_EQ(error.diagnostics()[0].message, "no such file");
  }
}

TEST(StudyFormatErrors, ATableThatIsNoListIsOneErrorOfSeveral) {
  const Folder folder;
  const auto errors = errors_in(folder, small("[[parameter]]", "[parameter]"));
  ASSERT_FALSE(errors.empty());
  EXPECT_EQ(errors.back().place.line, 8U);
  EXPECT_EQ(errors.back().place.column, 1U);
  EXPECT_EQ(errors.back().length, 11U);
  EXPECT_EQ(errors.back().message,
            "parameter: a table is not a list of tables; write [[parameter]] above each entry");
}

}  // namespace
}  // namespace entente::studies

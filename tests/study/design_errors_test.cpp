// What is wrong with the design of a study, and with its table of points.

#include "tests/study/studies.h"

namespace entente::studies {
namespace {

using scenario_texts::expect_reported;
using scenario_texts::name_of;
using scenario_texts::Wrong;

const std::string design_table = "{ type = \"grid\", levels = 3 }";

/// The small study with another design, whose table begins in line 7, column 10.
std::string designed(const std::string& table) { return small(design_table, table); }

class StudyDesignError : public testing::TestWithParam<Wrong> {};
TEST_P(StudyDesignError, IsReportedAtTheDesign) {
  const Folder folder;
  const auto errors = errors_in(folder, GetParam().text);
  expect_reported(GetParam(), errors);
}

INSTANTIATE_TEST_SUITE_P(
    Designs, StudyDesignError,
    testing::Values(
        Wrong{"NoLevels", designed("{ type = \"grid\" }"), 7, 10, 17,
              "grid: parameter 1 (dynamics.alignment.balance) has neither values nor levels"},
        Wrong{"PointsOfAGrid", designed("{ type = \"grid\", levels = 3, points = 4 }"), 7, 10, 41,
              "grid: takes no points"},
        Wrong{"NoPoints", designed("{ type = \"sobol\" }"), 7, 10, 18,
              "sobol: points is missing: how many"},
        Wrong{"LevelsOfSobol", designed("{ type = \"sobol\", points = 8, levels = 3 }"), 7, 10, 42,
              "sobol: takes no levels: ranges are not divided"},
        Wrong{"TableOfAZip", designed("{ type = \"zip\", levels = 3, table = \"t.csv\" }"), 7, 10,
              45, "zip: takes no table: that is for list"},
        Wrong{"OddLevelsOfMorris", designed("{ type = \"morris\", points = 2, levels = 5 }"), 7, 10,
              43, "morris: levels = 5 is odd"},
        Wrong{"PairsThatDoNotMatch",
              edited(designed("{ type = \"zip\", levels = 3 }"), "[[outcome]]",
                     "[[parameter]]\npath = \"dynamics.alignment.noise\"\nvalues = [0.1, 0.2]\n"
                     "[[outcome]]"),
              7, 10, 28, "has 3 values and parameter 2 (dynamics.alignment.noise) has 2"},
        Wrong{"MoreThanCanBeNumbered",
              edited(designed("{ type = \"sobol\", points = 1000000000000 }"), "replicates = 3",
                     "replicates = 4000000000"),
              7, 10, 42,
              "1000000000000 points of 4000000000 runs each are more than can be numbered"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Lists, StudyDesignError,
    testing::Values(
        Wrong{"WithoutTable", edited(designed("{ type = \"list\" }"), "range = [0.5, 2.0]\n", ""),
              7, 10, 17, "design: a list needs its table: table = \"points.csv\""},
        Wrong{"OutsideTheFolder",
              edited(designed("{ type = \"list\", table = \"../p.csv\" }"), "range = [0.5, 2.0]\n",
                     ""),
              7, 35, 10, "../p.csv: not a file in the study's own folder"},
        Wrong{
            "NotThere",
            edited(designed("{ type = \"list\", table = \"p.csv\" }"), "range = [0.5, 2.0]\n", ""),
            7, 35, 7, "p.csv: no such file"},
        Wrong{"TableAsNumber",
              edited(designed("{ type = \"list\", table = 3 }"), "range = [0.5, 2.0]\n", ""), 7, 35,
              1, "table: 3 is not text"}),
    name_of);

TEST(StudyDesignErrors, AListOfATestModelHoldsNumbersAlone) {
  const Folder folder;
  folder.write("points.csv", "x1\n1\nhigh\n");
  auto text =
      model("{ type = \"grid\", levels = 4 }", "{ type = \"list\", table = \"points.csv\" }");
  text = edited(text, "range = [-3.0, 3.0]\n", "");
  expect_reported({"", "", 7, 35, 12, "x1: \"high\" is not a finite number"},
                  errors_in(folder, text));
}

TEST(StudyDesignErrors, AListHasNoRanges) {
  const Folder folder;
  folder.write("points.csv", "dynamics.alignment.balance\n1\n");
  expect_reported(
      {"", "", 8, 1, 13,
       "parameter dynamics.alignment.balance: the table of a list holds its values; leave range "
       "and values out"},
      errors_in(folder, designed("{ type = \"list\", table = \"points.csv\" }")));
}

/// A list of two parameters.
const std::string listed = R"(format = 1
[study]
id = "s"
scenario = "small_world.toml"
design = { type = "list", table = "points.csv" }
[[parameter]]
path = "dynamics.alignment.balance"
[[parameter]]
path = "event.visit.date"
[[outcome]]
name = "final"
of = "alignment.north.south"
statistic = "final"
)";
const std::string header = "dynamics.alignment.balance,event.visit.date\n";

/// Here the text is that of the table of points, and a message about a whole table is in the study.
class PointTableError : public testing::TestWithParam<Wrong> {};
TEST_P(PointTableError, IsReportedAtItsPlace) {
  const Folder folder;
  const auto table = folder.write("points.csv", GetParam().text);
  const auto errors = errors_in(folder, listed);
  expect_reported(GetParam(), errors);
  const bool of_study = GetParam().line == 5;
  EXPECT_EQ(errors.at(0).place.file, (of_study ? folder.path() / "study.toml" : table).string());
}

INSTANTIATE_TEST_SUITE_P(
    Columns, PointTableError,
    testing::Values(
        Wrong{"Unknown", "dynamics.alignment.balance,event.visit.date,event.visit.dat\n1,2,3\n", 1,
              45, 15,
              "event.visit.dat: no [[parameter]] has this path; did you mean event.visit.date?"},
        Wrong{"Twice", "event.visit.date,dynamics.alignment.balance,event.visit.date\n", 1, 45, 16,
              "event.visit.date: this column stands twice"},
        Wrong{"Missing", "point,dynamics.alignment.balance\n0,1\n", 1, 1, 5,
              "the column event.visit.date is missing"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Rows, PointTableError,
    testing::Values(
        Wrong{"TooShort", header + "1,2020-02-01\n2\n", 3, 1, 1, "this row has 1 cells, not 2"},
        Wrong{"TooLong", header + "1,2020-02-01,\n", 2, 1, 1, "this row has 3 cells, not 2"},
        Wrong{"EmptyCell", header + "1,2020-02-01\n,2020-02-02\n", 3, 1, 1, "this cell is empty"},
        Wrong{"OpenQuote", header + "1,\"2020-02-01\n", 2, 3, 1, "this quote is never closed"},
        Wrong{"ValueOutOfBounds", header + "1,2020-02-01\n-1,2020-02-01\n", 5, 35, 12,
              "dynamics.alignment.balance: -1 is not a number of at least 0"},
        Wrong{"None", header, 5, 35, 12, "points.csv: has no row"},
        Wrong{"NoHeader", "\xef\xbb\xbf\n\n", 5, 35, 12, "points.csv: has no header"}),
    name_of);

}  // namespace
}  // namespace entente::studies

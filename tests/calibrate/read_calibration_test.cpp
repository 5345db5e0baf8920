#include "analysis/calibrate/read_calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/calibrate/plans.h"

namespace entente::calibration {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> complaints_about(const PlanFolder& folder) {
  std::vector<std::string> all;
  try {
    read_calibration(folder / "fit.toml");
  } catch (const InputError& wrong) {
    for (const auto& diagnostic : wrong.diagnostics()) all.push_back(to_text(diagnostic));
  }
  return all;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

/// What is said of the plan with one thing different.
std::string complaint_with(const std::string& what, const std::string& with) {
  const PlanFolder folder;
  folder.write("fit.toml", replaced(PlanFolder::fit, what, with));
  std::string text;
  for (const auto& complaint : complaints_about(folder)) text += complaint;
  return text;
}

std::string complaint_about_table(const std::string& table) {
  const PlanFolder folder;
  folder.write("seen.csv", table);
  std::string text;
  for (const auto& complaint : complaints_about(folder)) text += complaint;
  return text;
}

TEST(ReadCalibration, ReadsWhatAFileSays) {
  const PlanFolder folder;
  const auto reading = read_calibration(folder / "fit.toml");
  const CalibrationPlan& plan = reading.calibration;
  EXPECT_EQ(plan.id, "fit");
  EXPECT_EQ(plan.variant, "base");
  EXPECT_EQ(plan.particles, 20);
  EXPECT_EQ(plan.replicates, 1);
  EXPECT_EQ(plan.settings().most_attempts(), 1000);
  ASSERT_EQ(plan.priors().size(), 2u);
  EXPECT_NEAR(plan.priors()[0].value(plan.priors()[0].quantile(0.5)), 1.0, 1e-12);
  EXPECT_NEAR(plan.priors()[1].value(plan.priors()[1].quantile(0.5)), std::exp(-2.0), 1e-12);
  ASSERT_EQ(plan.observations.size(), 3u);
  EXPECT_EQ(plan.observations[1].value, -0.1);
  EXPECT_EQ(plan.observations[1].scale, 0.1);
  EXPECT_EQ(reading.scenario->seed, 3u);
}

TEST(ReadCalibration, AMissingScaleIsTheDeviationOfWhatWasSeenOfThePath) {
  const PlanFolder folder;
  folder.write("seen.csv",
               "date,value,path\n2020-02-03,1,alignment.a.b\n2020-03-02,4,alignment.a.b\n"
               "2020-04-06,7,alignment.a.b\n2020-02-03,0.5,alignment.b.a\n");
  const auto plan = read_calibration(folder / "fit.toml").calibration;
  EXPECT_DOUBLE_EQ(plan.observations[0].scale, 3.0);
  EXPECT_DOUBLE_EQ(plan.observations[3].scale, 1.0);
}

TEST(ReadCalibration, NoTwoAttemptsShareReplicates) {
  const PlanFolder folder;
  folder.write("fit.toml", replaced(PlanFolder::fit, "particles", "replicates = 3\nparticles"));
  const auto plan = read_calibration(folder / "fit.toml").calibration;
  const std::int64_t most = plan.settings().most_attempts();
  EXPECT_EQ(plan.first_replicate({0, 0, {}, 0.0, {}}), 0u);
  EXPECT_EQ(plan.first_replicate({0, 1, {}, 0.0, {}}), 3u);
  EXPECT_EQ(plan.first_replicate({1, 0, {}, 0.0, {}}),
            plan.first_replicate({0, most - 1, {}, 0.0, {}}) + 3);
}

TEST(ReadCalibration, SaysWhatIsWrongWithAPrior) {
  for (const auto& [prior, complaint] : std::vector<std::pair<std::string, std::string>>{
           {"{ low = 1, high = 2 }", "prior: type is missing"},
           {"{ type = \"unifrom\", low = 1, high = 2 }", "one of uniform, log-uniform"},
           {"{ type = \"uniform\", low = 1 }", "prior: uniform needs high"},
           {"{ type = \"uniform\", low = 2, high = 1 }", "low: 2 is not below high, 1"},
           {"{ type = \"uniform\", low = 0, high = 1, sd = 2 }", "sd: a uniform prior has none"},
           {"{ type = \"log-uniform\", low = 0, high = 1 }", "needs a number above 0"},
           {"{ type = \"normal\", mean = 1 }", "prior: normal needs sd"},
           {"{ type = \"normal\", mean = 1, sd = 0 }", "sd: 0 is not a number above 0"},
           {"{ type = \"normal\", mean = 1, sd = 0.1, low = 9 }", "next to nothing of it lies"},
           {"{ type = \"normal\", mean = 1, sd = 1 }", "bound it by low and high"},
           {"{ type = \"lognormal\", mean = 1, sd = 1, low = -1 }", "no values below 0"},
           {"{ type = \"lognormal\", mean = 1, sd = 1, high = -1 }", "no values below 0"},
           {"{ type = \"uniform\", low = 0, hihg = 1 }", "did you mean high?"},
           {"1.0", "is not a table: prior = { … }"}})
    EXPECT_THAT(complaint_with("{ type = \"log-uniform\", low = 0.1, high = 10 }", prior),
                HasSubstr(complaint))
        << prior;
}

TEST(ReadCalibration, SaysWhatIsWrongWithAPlan) {
  for (const auto& [what, with, complaint] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"format = 1", "format = 2", "format: 2 is not 1"},
           {"format = 1", "", "format is missing"},
           {"[calibration]", "[calibratoin]", "did you mean calibration?"},
           {"[calibration]", "[fit]", "the table [calibration] is missing"},
           {"id = \"fit\"", "", "id is missing"},
           {"scenario = \"world.toml\"", "", "scenario is missing"},
           {"world.toml", "wrld.toml", "no such file"},
           {"seed = 3", "variant = \"other\"", "other: no such variant"},
           {"particles = 20", "particles = 2", "particles: 2 is not a whole number between 10"},
           {"particles = 20", "quantile = 1", "quantile: 1 is not a number between 0 and 1"},
           {"particles = 20", "replicates = 10000\nacceptance = 0.00001",
            "have random numbers of their own"},
           {"dynamics.alignment.inertia", "dynamics.alignment.inerta",
            "did you mean dynamics.alignment.inertia?"},
           {"dynamics.alignment.noise.scale", "dynamics.alignment.inertia", "fitted twice"},
           {"dynamics.alignment.inertia", "scenario.seed", "random numbers of its own"},
           {"dynamics.alignment.inertia", "scenario.title", "is not text"},
           {"seen.csv", "../seen.csv", "not a file in the calibration's own folder"},
           {"seen.csv", "unseen.csv", "unseen.csv: no such file"}})
    EXPECT_THAT(complaint_with(what, with), HasSubstr(complaint)) << with;
  const PlanFolder folder;
  folder.write("fit.toml", std::string(PlanFolder::fit, std::string(PlanFolder::fit).find("[[")));
  EXPECT_THAT(complaints_about(folder),
              ElementsAre(HasSubstr("a calibration needs at least one [[parameter]]")));
  folder.write("fit.toml", "format = 1\ncalibration = 3\n");
  EXPECT_THAT(complaints_about(folder), ElementsAre(HasSubstr("3 is not a table")));
}

TEST(ReadCalibration, SaysWhatIsWrongWithWhatWasSeen) {
  for (const auto& [table, complaint] : std::vector<std::pair<std::string, std::string>>{
           {"date,path\n2020-02-03,alignment.a.b\n", "the column value is missing"},
           {"date,path,vlaue\n", "vlaue: no such column; did you mean value?"},
           {"date,path,value,date\n", "date: this column stands twice"},
           {"date,path,value\n", "has no row"},
           {"\n", "seen.csv"},
           {"date,path,value\n2020-02-03,alignment.a.b\n", "this row has 2 cells, not 3"},
           {"date,path,value\nFebruary,alignment.a.b,1\n", "not a date such as 2023-03-01"},
           {"date,path,value\n2020-02-03,,1\n", "path: this cell is empty"},
           {"date,path,value\n2020-02-03,alignment.a.c,1\n", "c: no such actor"},
           {"date,path,value\n2020-02-03,metric.polarisation,1\n", "did you mean polarization?"},
           {"date,path,value\n2019-02-03,alignment.a.b,1\n", "outside the run"},
           {"date,path,value\n2020-02-03,alignment.a.b,high\n", "value: "},
           {"date,path,value,scale\n2020-02-03,alignment.a.b,1,0\n", "scale: 0 is not"},
           {"date,path,value\n2020-02-03,alignment.a.b,1\n2020-02-03,alignment.a.b,2\n",
            "observed twice"}})
    EXPECT_THAT(complaint_about_table(table), HasSubstr(complaint)) << table;
}

TEST(ReadCalibration, SaysEverythingAtOnceEachAtItsPlace) {
  const PlanFolder folder;
  folder.write("fit.toml", replaced(replaced(PlanFolder::fit, "seed = 3", "seed = -3"), "high = 10",
                                    "high = 0.01"));
  folder.write("seen.csv", "date,path,value\n2020-02-03,alignment.a.c,1\n2020-02-03,x,y\n");
  EXPECT_THAT(complaints_about(folder),
              ElementsAre(AllOf(HasSubstr("fit.toml:6:"), HasSubstr("seed: -3")),
                          AllOf(HasSubstr("fit.toml:11:"), HasSubstr("low: 0.1 is not below")),
                          AllOf(HasSubstr("seen.csv:2:"), HasSubstr("c: no such actor")),
                          AllOf(HasSubstr("seen.csv:3:"), HasSubstr("value: "))));
}

}  // namespace
}  // namespace entente::calibration

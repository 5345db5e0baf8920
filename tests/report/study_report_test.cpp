#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/page_template.h"
#include "tests/cli/program.h"
#include "tests/cli/studies.h"
#include "tests/report/decoded_page.h"

// The report of a study, as its page carries it.

namespace entente {
namespace {

using namespace studies;
using ::testing::HasSubstr;
using ::testing::Not;

/// A study that was done, or begun, and its report.
class StudyReportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (page_template().empty()) GTEST_SKIP() << "this build has no page";
  }

  void sweep(const std::string& study, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"sweep", folder_.file("s.toml", study), "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    const Ending ending = entente(words, folder_.path());
    ASSERT_TRUE(ending.status == 0 || ending.status == 3) << ending.err;
  }

  void report() {
    const Ending ending = entente({"report", "s.db", "-o", "s.html"}, folder_.path());
    ASSERT_EQ(ending.status, 0) << ending.err;
    page_ = contents(folder_.path() + "/s.html");
    data_.emplace(page_);
  }

  std::string store() const { return folder_.path() + "/s.db"; }
  const Json& json() const { return data_->json(); }
  std::vector<double> numbers(const char* member) const {
    return data_->numbers(data_->json().at(member));
  }
  std::vector<std::string> asked(const std::string& sql) const { return query(store(), sql); }

  /// Expects the page's values of a parameter to be those of the store, bit by bit.
  void expect_values(std::size_t parameter, const std::string& path) const {
    const auto points = numbers("points"), values = numbers("values");
    const std::size_t width = json().at("parameters").size();
    const auto& names = json().at("parameters").at(parameter).at("names");
    const auto stored = asked(fmt::format("SELECT printf('%!.17g', \"{}\") FROM point", path));
    const auto words = asked(fmt::format("SELECT \"{}\" FROM point", path));
    ASSERT_EQ(points.size(), stored.size());
    for (std::size_t k = 0; k < points.size(); ++k) {
      const double value = values[k * width + parameter];
      if (names.empty())
        EXPECT_EQ(value, std::stod(stored[k]));
      else
        EXPECT_EQ(names.at(static_cast<std::size_t>(value)), words[k]);
    }
  }

  const Folder folder_;
  std::string page_;
  std::optional<DecodedPage> data_;
};

TEST_F(StudyReportTest, HoldsThePointsAndTheMeansOfTheStore) {
  sweep(small_study());
  report();
  EXPECT_EQ(json().at("kind"), "study");
  EXPECT_EQ(json().at("counts"),
            (Json{{"planned", 72}, {"finished", 72}, {"failed", 0}, {"missing", 0}}));
  expect_values(0, "dynamics.alignment.balance");
  expect_values(1, "alignment.north.east");
  const auto means = numbers("means"), deviations = numbers("deviations");
  ASSERT_EQ(means.size(), 2u * 2u * 9u);
  for (std::size_t v = 0; v < 2; ++v)
    for (std::size_t o = 0; o < 2; ++o) {
      const std::string name = o == 0 ? "north_south" : "polarised";
      const auto of = [&](const char* column) {
        return asked(
            fmt::format("SELECT {} FROM summary WHERE outcome = '{}' AND variant = '{}' "
                        "ORDER BY point",
                        column, name, v == 0 ? "base" : "no-visit"));
      };
      const auto mean = of("mean"), variance = of("variance");
      for (std::size_t k = 0; k < 9; ++k) {
        EXPECT_NEAR(means[(v * 2 + o) * 9 + k], std::stod(mean[k]), 1e-6);
        EXPECT_NEAR(deviations[(v * 2 + o) * 9 + k], std::sqrt(std::stod(variance[k])), 1e-6);
      }
    }
}

TEST_F(StudyReportTest, SaysWhatTheStudySaysToPeople) {
  std::string study = small_study();
  study.replace(study.find("seed = 7"), 8, "seed = 7\nquestion = \"What <b>moves</b> it?\"");
  study.replace(study.find("levels = 3"), 10, "levels = 3\nscale = \"linear\"\nnote = \"A guess\"");
  sweep(study + "note = \"How far apart\"\n");
  report();
  EXPECT_EQ(json().at("study").at("title"), "A small study");
  EXPECT_EQ(json().at("study").at("question"), "What <b>moves</b> it?");
  EXPECT_EQ(json().at("study").at("points"), 9);
  EXPECT_EQ(json().at("parameters").at(1).at("note"), "A guess");
  EXPECT_EQ(json().at("parameters").at(1).at("range"), (Json{-0.4, 0.4}));
  EXPECT_EQ(json().at("parameters").at(0).at("range"), (Json{0.4, 1.6}));
  EXPECT_EQ(json().at("outcomes").at(1).at("note"), "How far apart");
  EXPECT_EQ(json().at("outcomes").at(0).at("above"), nullptr);
  EXPECT_EQ(json().at("made").at("scenario").at("id"), "small-world");
  EXPECT_EQ(json().at("made").at("seed"), 7);
  EXPECT_EQ(json().at("made").at("commands").at("run"), "entente sweep small.toml");
  EXPECT_EQ(json().at("variants").at(1).at("id"), "no-visit");
  EXPECT_THAT(json().at("no_sensitivity"), HasSubstr("from 40 points on"));
  EXPECT_TRUE(json().at("sensitivity").empty());
}

TEST_F(StudyReportTest, KeepsToItselfWhatATitleMayHold) {
  std::string study = small_study(1);
  const std::string title = "A small study";
  study.replace(study.find(title), title.size(), "</script><script>alert(1)</script>");
  sweep(study);
  report();
  EXPECT_EQ(json().at("study").at("title"), "</script><script>alert(1)</script>");
  EXPECT_THAT(page_, Not(HasSubstr("alert(1)")));
  EXPECT_EQ(data_of(page_).find_first_not_of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="),
            std::string::npos);
}

TEST_F(StudyReportTest, RepeatsARunByItsReplayHeadAsTheStoreDoes) {
  sweep(failing_study());
  report();
  const auto& failures = json().at("failures");
  ASSERT_FALSE(failures.empty());
  const auto points = numbers("points"), values = numbers("values");
  for (const auto& failure : failures) {
    const auto at = std::find(points.begin(), points.end(), failure.at("point").get<double>());
    if (at == points.end()) continue;
    const std::string text = failure.at("replay");
    // The store's command names the scenario's file from where the sweep was begun.
    const std::string folder = in_repository("tests/cli/");
    ASSERT_THAT(text, HasSubstr(folder));
    EXPECT_EQ(std::string(text).replace(text.find(folder), folder.size(), ""),
              fmt::format("{} --first {} --runs 1 --variant {} --set {}={}",
                          json().at("replay").at("head").get<std::string>(),
                          failure.at("replicate").get<int>(),
                          failure.at("variant").get<std::string>(), "dynamics.alignment.noise",
                          values[static_cast<std::size_t>(at - points.begin())]));
  }
}

TEST_F(StudyReportTest, CountsFailedRunsAndLeavesThemOut) {
  sweep(failing_study());
  report();
  const auto failed = std::stoul(asked("SELECT count(*) FROM run WHERE status > 0")[0]);
  ASSERT_GT(failed, 0u);
  EXPECT_EQ(json().at("counts").at("failed"), failed);
  EXPECT_EQ(json().at("counts").at("finished"), 40 - failed);
  EXPECT_EQ(json().at("failures").size(), failed);
  const auto means = numbers("means");
  const auto stored = asked("SELECT mean FROM summary WHERE mean IS NOT NULL ORDER BY point");
  ASSERT_EQ(means.size(), stored.size());
  for (std::size_t k = 0; k < means.size(); ++k) EXPECT_NEAR(means[k], std::stod(stored[k]), 1e-6);
  const auto& findings = json().at("findings");
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&](const Json& finding) {
    return finding.at("link").at("panel") == "failed" &&
           finding.at("text").get<std::string>().starts_with(fmt::format("{} of 40 runs", failed));
  }));
}

TEST_F(StudyReportTest, ReportsAStudyThatIsNotFinished) {
  sweep(small_study(), {"--shard", "1/4", "-o", "s.db"});
  report();
  const auto finished = std::stoul(asked("SELECT count(*) FROM run")[0]);
  EXPECT_LT(finished, 72u);
  EXPECT_EQ(json().at("counts").at("planned"), 72);
  EXPECT_EQ(json().at("counts").at("missing"), 72 - finished);
  EXPECT_EQ(std::to_string(numbers("points").size()),
            asked("SELECT count(DISTINCT point) FROM run")[0]);
  expect_values(0, "dynamics.alignment.balance");
}

TEST_F(StudyReportTest, HoldsWhatTheCommandSensitivityPrints) {
  sweep(ishigami_study());
  report();
  const Ending printed = entente({"sensitivity", "s.db", "--json"}, folder_.path());
  const Json there = Json::parse(printed.out).at("results").at(0);
  const Json& here = json().at("sensitivity").at(0);
  EXPECT_EQ(here.at("method"), "sobol");
  EXPECT_EQ(here.at("noise"), there.at("noise_share"));
  EXPECT_EQ(here.at("free_of_noise"), there.at("free_of_noise"));
  EXPECT_EQ(here.at("blocks").at("used"), there.at("rows").at("used"));
  for (std::size_t p = 0; p < 4; ++p)
    for (const char* index : {"first", "total"})
      EXPECT_EQ(here.at("parameters").at(p).at(index), there.at("parameters").at(p).at(index));
  EXPECT_EQ(json().at("replay").at("head"), "");
  EXPECT_EQ(json().at("made").at("scenario").at("id"), "ishigami");
  EXPECT_THAT(json().at("findings").at(0).at("text"),
              HasSubstr(" matters most for y at the end: "));
  EXPECT_EQ(json().at("findings").at(2).at("link").at("panel"), "single");
}

TEST_F(StudyReportTest, HasMorrissMeasuresOfMorrissDesign) {
  std::string study = ishigami_study();
  const std::string design = "type = \"saltelli\", points = 256";
  sweep(study.replace(study.find(design), design.size(), "type = \"morris\", points = 20"));
  report();
  const Ending printed = entente({"sensitivity", "s.db", "--json"}, folder_.path());
  const Json there = Json::parse(printed.out).at("results").at(0).at("parameters");
  const Json& here = json().at("sensitivity").at(0);
  EXPECT_EQ(here.at("method"), "morris");
  for (std::size_t p = 0; p < 4; ++p)
    for (const char* measure : {"mu", "mu_star", "sigma"})
      EXPECT_EQ(here.at("parameters").at(p).at(measure), there.at(p).at(measure));
}

TEST_F(StudyReportTest, HasCorrelationRatiosOfAnyOtherDesignWithEnoughPoints) {
  std::string study = ishigami_study();
  const std::string design = "type = \"saltelli\", points = 256";
  sweep(study.replace(study.find(design), design.size(), "type = \"sobol\", points = 1024"));
  report();
  const Json& here = json().at("sensitivity").at(0);
  EXPECT_EQ(here.at("method"), "correlation ratio");
  EXPECT_EQ(here.at("blocks"), (Json{{"used", 1024}, {"left_out", 0}}));
  // Ishigami's first-order indices, of noise, x1, x2 and x3.
  const std::vector<double> expected{0.0, 0.314, 0.442, 0.0};
  for (std::size_t p = 0; p < 4; ++p)
    EXPECT_NEAR(here.at("parameters").at(p).at("ratio").at("value").get<double>(), expected[p],
                0.05);
  EXPECT_LT(here.at("noise").at("value").get<double>(), 0.1);
}

TEST_F(StudyReportTest, HasNamesDatesWholeNumbersAndScales) {
  std::string study = small_study(1);
  const std::string grid = "{ type = \"grid\" }";
  study.replace(study.find(grid), grid.size(), "{ type = \"latin-hypercube\", points = 40 }");
  const auto parameter = study.find("[[parameter]]"), outcome = study.find("[[outcome]]");
  study.replace(parameter, outcome - parameter, R"([[parameter]]
path = "sanctions.north.east"
values = ["sectoral", "none"]
[[parameter]]
path = "event.visit.date"
range = [2020-02-01, 2020-03-01]
[[parameter]]
path = "scenario.ticks"
range = [20, 30]
[[parameter]]
path = "dynamics.alignment.noise"
range = [0.01, 0.1]
scale = "log"
)");
  sweep(study);
  report();
  const Json& parameters = json().at("parameters");
  EXPECT_EQ(parameters.at(0).at("names"), (Json{"sectoral", "none"}));
  EXPECT_EQ(parameters.at(0).at("range"), (Json{0.0, 1.0}));
  const std::vector<std::string> dates = parameters.at(1).at("names");
  EXPECT_TRUE(std::is_sorted(dates.begin(), dates.end()));
  EXPECT_EQ(parameters.at(2).at("names"), Json::array());
  EXPECT_EQ(parameters.at(2).at("range"), (Json{20.0, 30.0}));
  EXPECT_EQ(parameters.at(2).at("log"), false);
  EXPECT_EQ(parameters.at(3).at("log"), true);
  expect_values(0, "sanctions.north.east");
  expect_values(1, "event.visit.date");
  expect_values(2, "scenario.ticks");
  expect_values(3, "dynamics.alignment.noise");
}

TEST_F(StudyReportTest, RefusesWhatIsNeitherAResultNorAStudy) {
  folder_.file("s.db", "run,point\n");
  const Ending ending = entente({"report", "s.db", "-o", "s.html"}, folder_.path());
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.err, HasSubstr("entente run"));
  EXPECT_THAT(ending.err, HasSubstr("entente sweep"));
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"s.db"});
}

}  // namespace
}  // namespace entente

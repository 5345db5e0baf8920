#include "analysis/sweep/design_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <fstream>
#include <sstream>

#include "analysis/study/point_table.h"
#include "sim/core/error.h"
#include "tests/scenario/texts.h"
#include "tests/sweep/plans.h"

namespace entente {
namespace {

using namespace std::chrono_literals;
using scenario_texts::Folder;

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// The points of a plan after they were written and read as the table of a list.
std::vector<std::vector<Scalar>> read_back(const Plan& plan) {
  const Folder folder;
  write_design(folder.path() / "points.csv", plan);
  Study study;
  study.design.type = DesignType::list;
  study.design.table = "points.csv";
  for (const auto& parameter : plan.study().parameters)
    study.parameters.emplace_back().path = parameter.path;
  const auto texts = std::make_shared<Texts>();
  Report report(texts);
  read_points(folder.path(), *texts, study, report);
  report.throw_if_failed();
  return study.listed;
}

/// Values that compare equal have the same bits: so that −0 is not 0.
bool same_bits(const Scalar& a, const Scalar& b) {
  const auto *x = std::get_if<double>(&a), *y = std::get_if<double>(&b);
  if (x && y) return std::bit_cast<std::uint64_t>(*x) == std::bit_cast<std::uint64_t>(*y);
  return a == b;
}

bool survives(const Plan& plan) {
  const auto back = read_back(plan);
  bool same = back.size() == plan.points();
  for (std::uint64_t point = 0; same && point < plan.points(); ++point) {
    const auto values = plan.values(point);
    same =
        std::equal(values.begin(), values.end(), back[point].begin(), back[point].end(), same_bits);
  }
  return same;
}

TEST(DesignCsv, HasAColumnForEachParameterAndARowForEachPoint) {
  const Folder folder;
  const auto file = folder.path() / "design.csv";
  write_design(file, Plan(plans::list_study(
                         {"dynamics.alignment.balance", "event.visit.date", "sanctions.a.b"},
                         {{0.1, Date{2020y / 2 / 1}, std::string("severe")},
                          {1.0, Date{2020y / 3 / 1}, std::int64_t{3}}})));
  EXPECT_EQ(text_of(file),
            "point,dynamics.alignment.balance,event.visit.date,sanctions.a.b\n"
            "0,0.1,2020-02-01,severe\n"
            "1,1.0,2020-03-01,3\n");
}

/// Any finite double.
double some_double() {
  const auto bits = *rc::gen::arbitrary<std::uint64_t>();
  const auto number = std::bit_cast<double>(bits);
  return std::isfinite(number) ? number : 0.0;
}

/// A name of every sort of character that a cell may hold.
std::string some_name() {
  return *rc::gen::nonEmpty(rc::gen::container<std::string>(
      rc::gen::element('a', 'Z', '7', '0', '.', '-', '_', ' ', ',', '"', '\n', '\r', '\'', '\\')));
}

RC_GTEST_PROP(DesignCsv, ReadsBackToTheSameBits, ()) {
  std::vector<std::vector<Scalar>> points;
  for (int k = *rc::gen::inRange(1, 20); k > 0; --k)
    points.push_back({some_double(), *rc::gen::arbitrary<std::int64_t>(),
                      Date{2020y / 1 / 1} + std::chrono::days{*rc::gen::inRange(-9999, 9999)},
                      *rc::gen::arbitrary<bool>(), some_name()});
  RC_ASSERT(survives(Plan(plans::list_study({"a.b", "c", "d", "e", "f"}, points))));
}

TEST(DesignCsv, ANameThatLooksLikeANumberStaysAName) {
  EXPECT_TRUE(survives(Plan(plans::list_study({"event.visit.cameo"}, {{std::string("043")},
                                                                      {std::string("true")},
                                                                      {std::string("2020-01-01")},
                                                                      {std::string()},
                                                                      {std::string("\"1\"")},
                                                                      {std::string("\"")}}))));
}

TEST(DesignCsv, ADesignSurvives) {
  Study study = plans::grid_study(3, 2);
  for (auto& parameter : study.parameters) parameter.values.clear();
  study.parameters[0].range = {0.001, 1000.0};
  study.parameters[0].scale = Scale::log;
  study.parameters[1].range = {std::int64_t{-1}, 2.5};
  study.design.type = DesignType::sobol;
  study.design.points = 300;
  EXPECT_TRUE(survives(Plan(study)));
}

TEST(DesignCsv, IsWholeOrAbsent) {
  const Folder folder;
  EXPECT_THROW(write_design(folder.path() / "nowhere" / "d.csv", Plan(plans::grid_study(3))),
               RunError);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace entente

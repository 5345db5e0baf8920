#include "analysis/study/course.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/ensemble/small_world.h"
#include "tests/scenario/texts.h"

namespace entente {
namespace {

using namespace std::chrono_literals;

const std::vector<std::string> paths{"alignment.north.south", "sanctions.north.south",
                                     "welfare.west", "metric.polarization"};
constexpr double never = std::numeric_limits<double>::quiet_NaN();

/// The small world with the paths above watched.
Ensemble watched_world() {
  Ensemble ensemble = ensemble_of(small_world(), {"base"});
  ensemble.paths = paths;
  ensemble.runs = 6;
  return ensemble;
}

OutcomeEntry outcome(const std::string& of, Statistic statistic,
                     std::optional<double> above = std::nullopt) {
  OutcomeEntry entry;
  entry.name = "o";
  entry.of = of;
  entry.statistic = statistic;
  entry.above = above;
  return entry;
}

OutcomeEntry outcome_at(const std::string& of, Date date) {
  OutcomeEntry entry = outcome(of, Statistic::at);
  entry.date = date;
  return entry;
}

/// Follows one replicate with a course that may have followed others.
std::vector<double> followed(Course& course, std::size_t outcomes, const Ensemble& ensemble,
                             std::uint64_t replicate) {
  Simulation run(ensemble.variants[0].model, Draws(ensemble.seed, replicate));
  course.restart();
  course.observe(run);
  while (!run.finished()) {
    run.tick();
    course.observe(run);
  }
  std::vector<double> out(outcomes);
  course.outcomes(out);
  return out;
}

/// What a statistic of a series is by its definition; of `ever` and `first_time` above a number.
double by_definition(const Eigen::Ref<const Vector>& x, Statistic statistic, double above) {
  const Index last = x.size() - 1;
  const auto* const end = x.data() + x.size();
  const auto* const first = std::find_if(x.data(), end, [&](double v) { return v > above; });
  switch (statistic) {
    case Statistic::initial:
      return x(0);
    case Statistic::final:
      return x(last);
    case Statistic::change:
      return x(last) - x(0);
    case Statistic::mean:
      return x.mean();
    case Statistic::min:
      return x.minCoeff();
    case Statistic::max:
      return x.maxCoeff();
    case Statistic::ever:
      return first != end ? 1.0 : 0.0;
    case Statistic::first_time:
      return first == end ? never : static_cast<double>(first - x.data()) * 7.0 / 365.25;
    case Statistic::at:
      break;
  }
  return never;
}

constexpr Statistic without_date[] = {Statistic::initial, Statistic::final,     Statistic::change,
                                      Statistic::mean,    Statistic::min,       Statistic::max,
                                      Statistic::ever,    Statistic::first_time};

void expect_same(double found, double expected, const std::string& what) {
  EXPECT_EQ(std::isnan(found), std::isnan(expected)) << what;
  if (!std::isnan(expected)) {
    EXPECT_NEAR(found, expected, 1e-12) << what;
  }
}

TEST(Course, TakesEachStatisticOfTheSeriesThatAnEnsembleRecords) {
  const Ensemble ensemble = watched_world();
  std::vector<OutcomeEntry> outcomes;
  for (const auto& path : paths)
    for (const Statistic statistic : without_date) outcomes.push_back(outcome(path, statistic));
  Course course(outcomes, ensemble.model());
  for (const RunRecord& record : records_of(ensemble, 1)) {
    const auto found = followed(course, outcomes.size(), ensemble, record.replicate);
    std::size_t k = 0;
    for (Index p = 0; p < record.series.cols(); ++p)
      for (const Statistic statistic : without_date) {
        const Vector series = record.series.col(p);
        expect_same(found[k++], by_definition(series, statistic, 0.0),
                    paths[static_cast<std::size_t>(p)]);
      }
  }
}

TEST(Course, ComparesWithAThreshold) {
  const Ensemble ensemble = watched_world();
  std::vector<OutcomeEntry> outcomes;
  const double thresholds[] = {-0.5, -0.2, 0.0, 0.1};
  for (const double above : thresholds)
    for (const Statistic statistic : without_date)
      outcomes.push_back(outcome(paths[0], statistic, above));
  Course course(outcomes, ensemble.model());
  for (const RunRecord& record : records_of(ensemble, 1)) {
    const auto found = followed(course, outcomes.size(), ensemble, record.replicate);
    const Vector series = record.series.col(0);
    std::size_t k = 0;
    for (const double above : thresholds)
      for (const Statistic statistic : without_date) {
        double expected = by_definition(series, statistic, above);
        if (statistic != Statistic::ever && statistic != Statistic::first_time)
          expected = expected > above ? 1.0 : 0.0;
        expect_same(found[k++], expected, std::to_string(above));
      }
  }
}

TEST(Course, WhatNeverComesHasNoFirstTime) {
  const Ensemble ensemble = watched_world();
  const std::vector<OutcomeEntry> outcomes{outcome(paths[0], Statistic::first_time, 1.0),
                                           outcome(paths[0], Statistic::ever, 1.0),
                                           outcome(paths[0], Statistic::first_time, -1.0)};
  Course course(outcomes, ensemble.model());
  const auto found = followed(course, outcomes.size(), ensemble, 0);
  EXPECT_TRUE(std::isnan(found[0]));
  EXPECT_EQ(found[1], 0.0);
  EXPECT_EQ(found[2], 0.0);  // alignment lies above −1 from the start
}

TEST(Course, TakesTheFirstMomentOnOrAfterADate) {
  const Ensemble ensemble = watched_world();  // weeks from 1 January 2020, a Wednesday
  const std::pair<Date, Index> moments[] = {{2020y / 1 / 1, 0},   {2020y / 1 / 2, 1},
                                            {2020y / 1 / 8, 1},   {2020y / 1 / 9, 2},
                                            {2020y / 10 / 6, 40}, {2020y / 10 / 7, 40}};
  std::vector<OutcomeEntry> outcomes;
  for (const auto& [date, moment] : moments) outcomes.push_back(outcome_at(paths[2], date));
  Course course(outcomes, ensemble.model());
  const auto found = followed(course, outcomes.size(), ensemble, 3);
  const auto record = records_of(ensemble, 1).at(3);
  for (std::size_t k = 0; k < outcomes.size(); ++k)
    EXPECT_EQ(found[k], record.series(moments[k].second, 2)) << k;
}

TEST(Course, RefusesDatesOutsideAndUnknownPaths) {
  const Ensemble ensemble = watched_world();
  const auto refused = [&](const OutcomeEntry& wrong) {
    return scenario_texts::message_of([&] { Course({wrong}, ensemble.model()); });
  };
  EXPECT_NE(refused(outcome_at(paths[0], 2020y / 10 / 8)).find("outside the run"),
            std::string::npos);
  EXPECT_NE(refused(outcome("metric.polarisation", Statistic::final))
                .find("polarisation: no such metric; did you mean polarization?"),
            std::string::npos);
  EXPECT_NE(refused(outcome("welfare.wets", Statistic::final)).find("did you mean west?"),
            std::string::npos);
}

}  // namespace
}  // namespace entente

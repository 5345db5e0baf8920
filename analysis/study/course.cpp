#include "analysis/study/course.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/compare/comparison.h"
#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::string_view metric_prefix = "metric.";

/// Whether a statistic looks at every moment, and not at the first and the last alone.
bool sees_all(Statistic statistic) {
  return statistic != Statistic::initial && statistic != Statistic::final &&
         statistic != Statistic::change;
}

}  // namespace

Gauge gauge_of_any(std::string_view path, const Roster& roster, const Dynamics& dynamics) {
  if (!path.starts_with(metric_prefix)) return gauge_of(path, roster, dynamics);
  static const MetricGauges gauges = metric_gauges();
  const std::string name(path.substr(metric_prefix.size()));
  const auto found = gauges.find(name);
  if (found != gauges.end()) return found->second;
  const auto known = metric_names();
  throw InputError(
      fmt::format("{}: no such metric{}", name, did_you_mean(name, {known.begin(), known.end()})));
}

Course::Course(const std::vector<OutcomeEntry>& outcomes, const Model& model)
    : ticks_(model.calendar.ticks), years_per_tick_(model.calendar.years_per_tick()) {
  std::vector<std::string> names;
  for (const auto& outcome : outcomes) {
    auto found = std::find(names.begin(), names.end(), outcome.of);
    const auto path = static_cast<std::size_t>(found - names.begin());
    if (found == names.end()) {
      names.push_back(outcome.of);
      paths_.push_back({gauge_of_any(outcome.of, *model.start.roster, model.dynamics)});
    }
    paths_[path].throughout |= sees_all(outcome.statistic);
    takings_.push_back({path, outcome.statistic, outcome.above});
    if (outcome.statistic == Statistic::at)
      takings_.back().moment = moment_at(*outcome.date, model.calendar);
  }
}

void Course::restart() { seen_ = 0; }

void Course::observe(const Simulation& run) {
  const std::int64_t tick = run.world().tick;
  const bool end = seen_ == 0 || tick == ticks_;
  for (Path& path : paths_)
    if (path.throughout || end) path.now = path.gauge(run);
  for (Taking& taking : takings_)
    if (end || sees_all(taking.statistic)) take(taking, tick);
  ++seen_;
}

void Course::take(Taking& taking, std::int64_t tick) const {
  const double now = paths_[taking.path].now;
  const bool first = seen_ == 0;
  switch (taking.statistic) {
    case Statistic::initial:
      if (first) taking.value = now;
      break;
    case Statistic::final:
      taking.value = now;
      break;
    case Statistic::change:
      taking.value = first ? -now : taking.value + now;
      break;
    case Statistic::mean:
      taking.value = first ? now : taking.value + now;
      break;
    case Statistic::min:
      taking.value = first ? now : std::min(taking.value, now);
      break;
    case Statistic::max:
      taking.value = first ? now : std::max(taking.value, now);
      break;
    case Statistic::ever:
      taking.value = (!first && taking.value > 0.0) || now > taking.above.value_or(0.0);
      break;
    case Statistic::first_time:
      if (first) taking.value = std::numeric_limits<double>::quiet_NaN();
      if (std::isnan(taking.value) && now > taking.above.value_or(0.0))
        taking.value = static_cast<double>(tick) * years_per_tick_;
      break;
    case Statistic::at:
      if (tick == taking.moment) taking.value = now;
      break;
  }
}

void Course::outcomes(std::span<double> out) const {
  for (std::size_t k = 0; k < takings_.size(); ++k) {
    const Taking& taking = takings_[k];
    double value = taking.value;
    if (taking.statistic == Statistic::mean) value /= static_cast<double>(seen_);
    const bool tested =
        taking.statistic != Statistic::ever && taking.statistic != Statistic::first_time;
    if (tested && taking.above) value = value > *taking.above ? 1.0 : 0.0;
    out[k] = value;
  }
}

}  // namespace entente

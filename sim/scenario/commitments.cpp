#include "sim/scenario/commitments.h"

#include <fmt/format.h>

#include <string_view>

#include "sim/core/error.h"
#include "sim/scenario/condition.h"

namespace entente {
namespace {

constexpr std::string_view metric_prefix = "metric.";

std::optional<Pledge::Trigger> trigger_of(const PathTest& when, const Roster& roster) {
  const auto layer = layer_of(when.path);
  if (!layer) return std::nullopt;
  const Quantity level = parse_quantity(when.path, roster);
  return Pledge::Trigger{*layer, level.row, level.column, when.test};
}

Condition condition_of_event(const std::string& id, const Scenario& scenario,
                             const Calendar& calendar) {
  for (const auto& event : scenario.events)
    if (event.id == id)
      return [tick = calendar.tick_of(event.date)](const Simulation& run) {
        return run.world().tick >= tick;
      };
  return [](const Simulation&) { return false; };
}

Gauge gauge_for(const std::string& path, const Scenario& scenario, const Roster& roster,
                const MetricGauges& metrics) {
  if (!path.starts_with(metric_prefix)) return gauge_of(path, roster, scenario.dynamics);
  const auto metric = metrics.find(path.substr(metric_prefix.size()));
  if (metric == metrics.end())
    throw InputError(fmt::format("{}: no commitment can be conditional on this metric here", path));
  return metric->second;
}

}  // namespace

std::vector<Pledge> pledges_of(const Scenario& scenario, const Roster& roster,
                               const Calendar& calendar) {
  std::vector<Pledge> pledges;
  for (const auto& entry : scenario.commitments) {
    const Response response = parse_response(entry.then, scenario, roster);
    const auto last = entry.until ? calendar.tick_of(*entry.until) : calendar.ticks;
    pledges.push_back({*roster.actors.find(entry.by), response.layer(), response.level.column,
                       response.notches, last, index_of(entry.id),
                       trigger_of(parse_test(entry.when, scenario), roster)});
  }
  return pledges;
}

std::vector<Condition> conditions_of(const Scenario& scenario, const Roster& roster,
                                     const Calendar& calendar, const MetricGauges& metrics) {
  std::vector<Condition> conditions;
  for (const auto& entry : scenario.commitments) {
    const PathTest when = parse_test(entry.when, scenario);
    if (when.path.empty())
      conditions.push_back(condition_of_event(when.event, scenario, calendar));
    else
      conditions.push_back([gauge = gauge_for(when.path, scenario, roster, metrics),
                            test = when.test](const Simulation& run) { return test(gauge(run)); });
  }
  return conditions;
}

}  // namespace entente

#include "analysis/store/dimensions.h"

#include <fmt/format.h>

#include <numeric>

#include "analysis/metrics/catalogue.h"

namespace entente {
namespace {

std::vector<std::string> variant_ids_of(const Ensemble& ensemble) {
  std::vector<std::string> ids;
  for (const auto& variant : ensemble.variants) ids.push_back(variant.id);
  return ids;
}

}  // namespace

std::string time_units(const Calendar& calendar) {
  return fmt::format("days since {}", to_text(calendar.start));
}

Dimensions::Dimensions(NetcdfFile& file, const Ensemble& ensemble) {
  const auto length = [](auto count) { return static_cast<std::size_t>(count); };
  const Roster& roster = ensemble.roster();
  variant = file.dimension("variant", ensemble.variants.size());
  replicate = file.growing_dimension("replicate");
  time = file.dimension("time", length(ensemble.moments()));
  actor = file.dimension("actor", length(roster.actors.size()));
  target = file.dimension("target", length(roster.actors.size()));
  if (roster.issues.size() > 0) issue = file.dimension("issue", length(roster.issues.size()));
  if (!ensemble.paths.empty()) path = file.dimension("path", ensemble.paths.size());
  metric = file.dimension("metric", metric_names().size());
  if (!ensemble.explained.empty()) {
    explained = file.dimension("explained", ensemble.explained.size());
    part = file.dimension("part", ensemble.chart.parts.size());
  }

  variants_ = text_coordinate(file, "variant", variant, "variant of the scenario");
  replicates_ = file.variable("replicate", NC_INT64, {replicate});
  file.chunks(replicates_, {4096});
  file.describe(replicates_, "replicate: the same number means the same random draws", "1");
  times_ = file.variable("time", NC_DOUBLE, {time});
  file.attribute(times_, "standard_name", "time");
  file.attribute(times_, "axis", "T");
  file.describe(times_, "when the world is observed: at the start and after every tick",
                time_units(ensemble.calendar()));
  file.attribute(times_, "calendar", time_calendar);
  actors_ = text_coordinate(file, "actor", actor, "who acts, stands or depends");
  targets_ = text_coordinate(file, "target", target, "towards or on whom");
  if (issue >= 0) issues_ = text_coordinate(file, "issue", issue, "issue");
  if (path >= 0) paths_ = text_coordinate(file, "path", path, "path of a watched series");
  metrics_ = text_coordinate(file, "metric", metric, "metric of the world");
  if (explained < 0) return;
  explained_ = text_coordinate(file, "explained", explained, "path of an explained alignment");
  parts_ = text_coordinate(file, "part", part, "mechanism, noise or event that moves it");
}

int Dimensions::text_coordinate(NetcdfFile& file, const std::string& name, int dimension,
                                std::string_view long_name) {
  const int variable = file.variable(name, NC_STRING, {dimension});
  file.describe(variable, long_name, "");
  return variable;
}

void Dimensions::put_coordinates(NetcdfFile& file, const Ensemble& ensemble) const {
  const Roster& roster = ensemble.roster();
  file.put(variants_, variant_ids_of(ensemble));
  std::vector<double> days(static_cast<std::size_t>(ensemble.moments()));
  for (std::size_t tick = 0; tick < days.size(); ++tick)
    days[tick] = static_cast<double>((ensemble.first_tick + static_cast<std::int64_t>(tick)) *
                                     ensemble.calendar().step_days);
  file.put(times_, {0}, {days.size()}, days.data());
  file.put(actors_, roster.actors.all());
  file.put(targets_, roster.actors.all());
  if (issue >= 0) file.put(issues_, roster.issues.all());
  if (path >= 0) file.put(paths_, ensemble.paths);
  const auto names = metric_names();
  file.put(metrics_, {names.begin(), names.end()});
  if (explained < 0) return;
  file.put(explained_, ensemble.explained);
  file.put(parts_, ensemble.chart.parts);
}

void Dimensions::put_replicates(NetcdfFile& file, const Ensemble& ensemble,
                                std::uint64_t count) const {
  std::vector<std::int64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(ensemble.first));
  file.put(replicates_, {0}, {numbers.size()}, numbers.data());
}

}  // namespace entente

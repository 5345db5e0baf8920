#include "sim/engine/gauge.h"

#include <fmt/format.h>

#include <string>

#include "sim/core/error.h"
#include "sim/core/quantity.h"

namespace entente {
namespace {

Gauge welfare_gauge(std::string_view actor, const Roster& roster) {
  const auto i = roster.actors.find(actor);
  if (!i)
    throw InputError(
        fmt::format("{}: no such actor{}", actor, did_you_mean(actor, roster.actors.all())));
  return [i = *i](const Simulation& run) {
    return welfare(run.world(), run.dynamics().dependence, i);
  };
}

Gauge parameter_gauge(std::string_view path, const Dynamics& dynamics) {
  const auto full = full_parameter_path(dynamics, path);
  if (!full || !parameter_value(dynamics, *full)) {
    std::vector<std::string> known;
    for (const auto& row : parameter_rows(dynamics)) known.push_back(row.path);
    throw InputError(fmt::format("{}: no such parameter{}", path, did_you_mean(path, known)));
  }
  return [full = *full](const Simulation& run) { return *parameter_value(run.dynamics(), full); };
}

}  // namespace

Gauge gauge_of(std::string_view path, const Roster& roster, const Dynamics& dynamics) {
  if (path.starts_with("welfare.")) return welfare_gauge(path.substr(8), roster);
  if (path.starts_with("dynamics.")) return parameter_gauge(path, dynamics);
  const Quantity quantity = parse_quantity(path, roster);
  return [quantity](const Simulation& run) { return read(quantity, run.world()); };
}

}  // namespace entente

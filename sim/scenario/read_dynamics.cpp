#include "sim/scenario/read_dynamics.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

#include "sim/scenario/kinds.h"

namespace entente {
namespace {

/// Whether `false` may stand for the number 0: where the number is how strong something is.
template <class Owner>
bool can_be_off(const Parameter<Owner, double>& parameter) {
  return requires(Owner owner) { owner.weight; }
  || parameter.unit == "1/yr" || parameter.name == "scale";
}

template <class Kind, class Value>
void take_parameter(const Kind& kind, const std::string& path, const Scalar& scalar,
                    const Mark& mark, Value& member, Report& report) {
  const auto accepted = kind.accept(scalar);
  if (accepted)
    member = static_cast<Value>(*accepted);
  else
    report.error(mark, fmt::format("{}: {}", path, problem(kind, scalar)));
}

template <class Owner, class Value>
void assign(const std::string& path, const Scalar& scalar, const Mark& mark, Value& value,
            const Parameter<Owner, Value>& parameter, Report& report) {
  if constexpr (std::is_enum_v<Value>) {
    take_parameter(kinds::Word<Value>{}, path, scalar, mark, value, report);
  } else if constexpr (std::is_same_v<Value, bool>) {
    take_parameter(kinds::Flag{}, path, scalar, mark, value, report);
  } else if constexpr (std::is_same_v<Value, int>) {
    const kinds::Whole whole{static_cast<std::int64_t>(parameter.bounds.low),
                             static_cast<std::int64_t>(parameter.bounds.high)};
    take_parameter(whole, path, scalar, mark, value, report);
  } else {
    const auto* flag = std::get_if<bool>(&scalar);
    const bool off = flag && !*flag && can_be_off(parameter);
    take_parameter(kinds::Number{parameter.bounds}, path, off ? Scalar{0.0} : scalar, mark, value,
                   report);
  }
}

/// The known paths as a file would write them: short forms where there are some.
std::vector<std::string> known_paths(const Dynamics& dynamics) {
  std::vector<std::string> known;
  for_each_parameter(dynamics, [&](const std::string& path, const auto&, const auto&) {
    const auto dot = path.rfind('.');
    const auto last = path.substr(dot + 1);
    if (last == "rate" || last == "scale") known.push_back(path.substr(0, dot));
    known.push_back(path);
  });
  return known;
}

void report_unknown(const std::string& path, const Mark& mark, const Scenario& scenario,
                    Report& report) {
  report.error(mark, fmt::format("{}: no such parameter{}", path,
                                 did_you_mean(path, known_paths(scenario.dynamics))));
}

/// Gives a covariate a weight to set, if the path is that of one.
template <class Layer>
void make_weight(const std::vector<std::string>& parts, Layer& layer) {
  CovariateEffects::for_each_family(layer.covariates, [&](std::string_view family, auto& weights) {
    if (parts[2] == family) weights.try_emplace(parts[3], 0.0);
  });
}

/// Whether some parameter's path begins with this one.
bool leads_to_parameters(const std::string& path, const Dynamics& dynamics) {
  bool leads = false;
  for_each_parameter(dynamics, [&](const std::string& known, const auto&, const auto&) {
    leads = leads || known.starts_with(path + ".");
  });
  auto parts = parts_of(path);
  parts.emplace_back("x");
  return leads || is_covariate_path(parts);
}

/// Whether a scalar may stand at this path.
bool names_parameter(const std::string& path, const Dynamics& dynamics) {
  return is_covariate_path(parts_of(path)) || full_parameter_path(dynamics, path);
}

void read_table(const std::string& path, const Node& table, Scenario& scenario, Report& report) {
  for (const auto& [key, mark, node] : table.members) {
    const std::string inner = path + "." + key;
    const bool scalar = node.form == Node::Form::scalar;
    const bool known = scalar ? names_parameter(inner, scenario.dynamics)
                              : leads_to_parameters(inner, scenario.dynamics);
    if (!known) {
      report_unknown(inner, mark, scenario, report);
    } else if (scalar) {
      set_dynamics(inner, node.scalar, node.mark, scenario, report);
    } else if (node.form == Node::Form::table) {
      read_table(inner, node, scenario, report);
    } else {
      report.error(node.mark, fmt::format("{}: a list is not a parameter", inner));
    }
  }
}

}  // namespace

bool is_covariate_path(const std::vector<std::string>& parts) {
  if (parts.size() != 4 || (parts[1] != "sanctions" && parts[1] != "support")) return false;
  bool family_known = false;
  const CovariateEffects effects;
  CovariateEffects::for_each_family(
      effects, [&](std::string_view family, const auto&) { family_known |= parts[2] == family; });
  return family_known && kinds::Identifier{}.accept(Scalar{parts[3]}).has_value();
}

void set_dynamics(std::string_view path, const Scalar& value, const Mark& mark, Scenario& scenario,
                  Report& report) {
  const auto parts = parts_of(path);
  Dynamics& dynamics = scenario.dynamics;
  if (is_covariate_path(parts)) {
    if (parts[1] == "sanctions") make_weight(parts, dynamics.choice.sanctions);
    if (parts[1] == "support") make_weight(parts, dynamics.choice.support);
  }
  const auto full = full_parameter_path(dynamics, path);
  if (!full) return report_unknown(std::string(path), mark, scenario, report);
  scenario.dynamics_marks[*full] = mark;
  for_each_parameter(dynamics, [&](const std::string& known, auto& member, const auto& parameter) {
    if (known == *full) assign(std::string(path), value, mark, member, parameter, report);
  });
}

void read_dynamics(const Node& table, Scenario& scenario, Report& report) {
  if (table.form != Node::Form::table)
    return report.error(table.mark, fmt::format("dynamics: {} is not a table", shown(table)));
  read_table("dynamics", table, scenario, report);
}

}  // namespace entente

#include "sim/engine/dynamics.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

template <class Value>
std::string as_written(const Value& value) {
  if constexpr (std::is_enum_v<Value>) {
    return fmt::format("\"{}\"", names_of(value)[static_cast<std::size_t>(value)]);
  } else {
    return fmt::format("{}", value);
  }
}

template <class Value>
std::string values_of(const Bounds& bounds) {
  if constexpr (std::is_same_v<Value, bool>) return "true or false";
  if constexpr (std::is_enum_v<Value>)
    return fmt::format("{}", fmt::join(names_of(Value{}), " or "));
  if constexpr (std::is_same_v<Value, int>)
    return fmt::format("a whole number from {} to {}", bounds.low, bounds.high);
  return describe(bounds);
}

}  // namespace

std::vector<ParameterRow> parameter_rows(const Dynamics& dynamics) {
  std::vector<ParameterRow> all;
  for_each_parameter(dynamics, [&](const std::string& path, const auto& value, const auto& row) {
    using Value = std::remove_cvref_t<decltype(value)>;
    std::vector<std::string> words;
    if constexpr (std::is_enum_v<Value>)
      for (const auto name : names_of(value)) words.emplace_back(name);
    all.push_back({path, std::string(row.unit), as_written(value), values_of<Value>(row.bounds),
                   std::string(row.meaning), words});
  });
  return all;
}

std::optional<std::string> full_parameter_path(const Dynamics& dynamics, std::string_view path) {
  const std::string asked(path);
  std::optional<std::string> full;
  for_each_parameter(dynamics, [&](const std::string& known, const auto&, const auto&) {
    if (known == asked || known == asked + ".rate" || known == asked + ".scale") full = known;
  });
  return full;
}

void set_parameter(Dynamics& dynamics, std::string_view path, double number) {
  bool found = false;
  for_each_parameter(dynamics, [&](const std::string& known, auto& value, const auto& row) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if (known != path) return;
    found = true;
    if constexpr (std::is_same_v<Value, double> || std::is_same_v<Value, int>) {
      const bool whole = std::is_same_v<Value, double> || std::floor(number) == number;
      if (!row.bounds.contains(number) || !whole)
        throw InputError(
            fmt::format("{}: {} is not {}", path, number, values_of<Value>(row.bounds)));
      value = static_cast<Value>(number);
    } else {
      throw InputError(fmt::format("{}: not a number", path));
    }
  });
  expects(found, "the full path of a parameter");
}

std::optional<double> parameter_value(const Dynamics& dynamics, std::string_view path) {
  std::optional<double> result;
  for_each_parameter(dynamics, [&](const std::string& known, const auto& value, const auto&) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (!std::is_enum_v<Value>)
      if (known == path) result = static_cast<double>(value);
  });
  return result;
}

}  // namespace entente

#include "sim/scenario/condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::string_view event_prefix = "event.";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "PATH SIGN VALUE" in its three parts.
struct Parts {
  std::string path, sign, value;
};

Parts split(std::string_view text) {
  constexpr std::string_view signs = "<>=!";
  const auto at = text.find_first_of(signs);
  if (at == std::string_view::npos) return {std::string(trimmed(text)), "", ""};
  const auto after = std::min(text.find_first_not_of(signs, at), text.size());
  return {std::string(trimmed(text.substr(0, at))), std::string(text.substr(at, after - at)),
          std::string(trimmed(text.substr(after)))};
}

Relation relation_of(const std::string& sign, std::string_view text) {
  const auto names = names_of(Relation{});
  const auto found = std::find(names.begin(), names.end(), sign);
  if (found == names.end())
    throw InputError(fmt::format("{}: \"{}\" compares nothing; expected one of {}", text, sign,
                                 fmt::join(names, ", ")));
  return static_cast<Relation>(found - names.begin());
}

/// The number that a value means; for a level it may be the level's name.
double bound_of(const Parts& parts, std::string_view text, const Scenario& scenario) {
  const Scalar value = scalar_of(parts.value);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value); real && std::isfinite(*real)) return *real;
  const auto layer = layer_of(parts.path);
  const auto* word = std::get_if<std::string>(&value);
  if (layer && word && !word->empty())
    return level_of({0.0, *word}, *layer, top_of(scenario, *layer));
  throw InputError(fmt::format("{}: {} is not {}", text, parts.value.empty() ? "\"\"" : parts.value,
                               layer ? "a level or a number" : "a number"));
}

}  // namespace

std::optional<ChoiceLayer> layer_of(std::string_view path) {
  if (path.starts_with("sanctions.")) return ChoiceLayer::sanctions;
  if (path.starts_with("support.")) return ChoiceLayer::support;
  return std::nullopt;
}

PathTest parse_test(std::string_view text, const Scenario& scenario) {
  const Parts parts = split(text);
  if (parts.sign.empty() && parts.path.starts_with(event_prefix))
    return {parts.path, parts.path.substr(event_prefix.size()), "", {}};
  if (parts.path.empty() || parts.sign.empty())
    throw InputError(
        fmt::format("{}: expected a test of a path, as in \"support.CHN.RUS >= "
                    "lethal\", or an event, as in \"event.attack\"",
                    text.empty() ? "\"\"" : text));
  const Relation relation = relation_of(parts.sign, text);
  return {fmt::format("{} {} {}", parts.path, parts.sign, parts.value),
          "",
          parts.path,
          {relation, bound_of(parts, text, scenario)}};
}

Response parse_response(std::string_view text, const Scenario& scenario, const Roster& roster) {
  const Parts parts = split(text);
  const auto layer = layer_of(parts.path);
  if (!layer || parts.sign != "=")
    throw InputError(
        fmt::format("{}: expected a level and what it becomes, as in "
                    "\"sanctions.USA.CHN = severe\"",
                    text.empty() ? "\"\"" : text));
  const Quantity level = parse_quantity(parts.path, roster);
  const double notches = bound_of(parts, text, scenario);
  return {level, level_of({notches, {}}, *layer, top_of(scenario, *layer))};
}

bool can_hold(const Test& test, const Bounds& bounds, bool whole) {
  switch (test.relation) {
    case Relation::at_least:
      return bounds.open_high ? bounds.high > test.bound : bounds.high >= test.bound;
    case Relation::above:
      return bounds.high > test.bound;
    case Relation::at_most:
      return bounds.open_low ? bounds.low < test.bound : bounds.low <= test.bound;
    case Relation::below:
      return bounds.low < test.bound;
    case Relation::equal:
      return bounds.contains(test.bound) && (!whole || std::floor(test.bound) == test.bound);
    case Relation::unequal:
      return true;
  }
  return true;
}

}  // namespace entente

#include "analysis/compare/share_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/core/error.h"
#include "sim/core/levels.h"

namespace entente {
namespace {

using Relation = ShareTest::Relation;

constexpr std::array<std::pair<std::string_view, Relation>, 5> relations{
    {{">=", Relation::at_least},
     {"<=", Relation::at_most},
     {"==", Relation::equal},
     {">", Relation::above},
     {"<", Relation::below}}};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

std::optional<ChoiceLayer> layer_of(std::string_view path) {
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    if (path.starts_with(names_of(layer)[static_cast<std::size_t>(layer)])) return layer;
  return std::nullopt;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

double value_of(std::string_view text, std::string_view path) {
  if (const auto number = number_of(text)) return *number;
  const auto layer = layer_of(path);
  if (!layer) throw InputError(fmt::format("{}: not a number, which {} is", text, path));
  const auto names = level_names(*layer);
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end())
    throw InputError(fmt::format("{}: no such level of {}{}", text, path,
                                 did_you_mean(text, {names.begin(), names.end()})));
  return static_cast<double>(found - names.begin());
}

}  // namespace

bool ShareTest::holds(double number) const {
  switch (relation) {
    case Relation::at_least:
      return number >= value;
    case Relation::at_most:
      return number <= value;
    case Relation::above:
      return number > value;
    case Relation::below:
      return number < value;
    case Relation::equal:
      break;
  }
  return number == value;
}

ShareTest parse_test(std::string_view text) {
  for (const auto& [sign, relation] : relations) {
    const auto at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const auto path = trimmed(text.substr(0, at)), value = trimmed(text.substr(at + sign.size()));
    if (path.empty() || value.empty()) break;
    return {fmt::format("{} {} {}", path, sign, value), std::string(path), relation,
            value_of(value, path)};
  }
  throw InputError(fmt::format(
      "{}: not of the form PATH >= VALUE (or <=, >, <, ==), as \"support.CHN.RUS >= lethal\"",
      text));
}

}  // namespace entente

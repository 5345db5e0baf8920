#include "sim/scenario/kinds.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::kinds {
namespace {

std::optional<std::string> text_in(const Scalar& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? std::optional(*text) : std::nullopt;
}

std::optional<double> number_in(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

std::optional<Amount> amount_in(const Scalar& value) {
  if (const auto number = number_in(value))
    return std::isfinite(*number) ? std::optional(Amount{*number, {}}) : std::nullopt;
  const auto word = text_in(value);
  if (!word || word->empty()) return std::nullopt;
  return Amount{0.0, *word};
}

bool may_stand_in_a_path(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

}  // namespace

std::optional<std::string> Text::accept(const Scalar& value) const { return text_in(value); }

std::optional<std::string> Identifier::accept(const Scalar& value) const {
  const auto text = text_in(value);
  const bool fits = text && !text->empty() && text->size() <= 64 &&
                    std::all_of(text->begin(), text->end(), may_stand_in_a_path);
  return fits ? text : std::nullopt;
}

std::optional<std::string> Reference::accept(const Scalar& value) const {
  const auto text = text_in(value);
  return text && !text->empty() ? text : std::nullopt;
}

std::optional<double> Number::accept(const Scalar& value) const {
  const auto number = number_in(value);
  return number && bounds.contains(*number) ? number : std::nullopt;
}

std::optional<std::int64_t> Whole::accept(const Scalar& value) const {
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole && *whole >= low && *whole <= high ? std::optional(*whole) : std::nullopt;
}

std::optional<bool> Flag::accept(const Scalar& value) const {
  const auto* flag = std::get_if<bool>(&value);
  return flag ? std::optional(*flag) : std::nullopt;
}

std::optional<Date> Day::accept(const Scalar& value) const {
  const auto* date = std::get_if<Date>(&value);
  return date ? std::optional(*date) : std::nullopt;
}

std::optional<int> Span::accept(const Scalar& value) const {
  const auto text = text_in(value);
  const auto space = text ? text->find(' ') : std::string::npos;
  if (space == std::string::npos || space > 5) return std::nullopt;
  const Scalar count = scalar_of(text->substr(0, space));
  const auto* whole = std::get_if<std::int64_t>(&count);
  const std::string unit = text->substr(space + 1);
  const int days = unit == "day" || unit == "days" ? 1 : unit == "week" || unit == "weeks" ? 7 : 0;
  if (!whole || days == 0 || *whole < 1 || *whole * days > longest) return std::nullopt;
  return static_cast<int>(*whole) * days;
}

std::optional<Amount> Level::accept(const Scalar& value) const { return amount_in(value); }
std::optional<Amount> NewValue::accept(const Scalar& value) const { return amount_in(value); }

}  // namespace entente::kinds

#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "sim/scenario/field.h"

namespace entente {

/// What an outcome takes from the course of a path.
enum class Statistic { initial, final, change, mean, min, max, ever, first_time, at };
constexpr std::array<std::string_view, 9> names_of(Statistic) {
  return {"initial", "final", "change", "mean", "min", "max", "ever", "first_time", "at"};
}

/// `[[outcome]]`: one number of each run.
struct OutcomeEntry {
  std::string name, of;
  Statistic statistic = Statistic::final;
  std::optional<double> above;
  std::optional<Date> date;
  std::string note;
  Origin origin;

  static constexpr std::string_view key = "outcome";
  static constexpr std::string_view meaning = "One number of each run: a column of the results.";
  static constexpr auto fields() {
    using Self = OutcomeEntry;
    return std::tuple{
        Field{&Self::name, "name", kinds::Identifier{}, Need::required, "the name of the column"},
        Field{&Self::of, "of", kinds::Text{}, Need::required,
              "the path that is followed: of a layer, welfare.ACTOR or metric.NAME"},
        Field{&Self::statistic, "statistic", kinds::Word<Statistic>{}, Need::required,
              "what is taken from its course: initial, final, change (final less initial), mean "
              "(over all moments), min, max, ever (1 if it was ever above, else 0), first_time "
              "(the years until it first was above; missing if never) or at (on a date)"},
        Field{&Self::above, "above", kinds::Number{any_real()}, Need::optional,
              "a threshold: the outcome is then 1 if the number lies above it, else 0. What ever "
              "and first_time ask for (0 by default)"},
        Field{&Self::date, "date", kinds::Day{}, Need::optional,
              "of at: the day; the first moment on or after it counts"},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "what it means"}};
  }
  bool operator==(const OutcomeEntry&) const = default;
};

}  // namespace entente

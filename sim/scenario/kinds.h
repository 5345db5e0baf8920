#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.h"
#include "sim/core/levels.h"
#include "sim/core/parameter.h"
#include "sim/scenario/values.h"

/// What a field of a scenario entry may hold. A scalar kind says in words what it expects and takes
/// a value or declines it; the other kinds are lists and tables, read in read_entry.h.
namespace entente::kinds {

/// Any text. `textual` kinds take a cell of a table as it stands, even where it looks like a
/// number.
struct Text {
  static constexpr bool textual = true;
  std::string expected() const { return "text"; }
  std::optional<std::string> accept(const Scalar& value) const;
};

/// A name that can stand in a path.
struct Identifier {
  static constexpr bool textual = true;
  std::string expected() const { return "a name of letters, digits, - and _ (at most 64)"; }
  std::optional<std::string> accept(const Scalar& value) const;
};

/// The id of an entry of another table.
struct Reference {
  static constexpr bool textual = true;
  std::string_view to;
  std::string expected() const { return fmt::format("the id of {}", to); }
  std::optional<std::string> accept(const Scalar& value) const;
};

struct Number {
  Bounds bounds;
  std::string expected() const { return describe(bounds); }
  std::optional<double> accept(const Scalar& value) const;
};

struct Whole {
  std::int64_t low, high;
  std::string expected() const {
    return fmt::format("a whole number between {} and {}", low, high);
  }
  std::optional<std::int64_t> accept(const Scalar& value) const;
};

struct Flag {
  std::string expected() const { return "true or false"; }
  std::optional<bool> accept(const Scalar& value) const;
};

struct Day {
  std::string expected() const { return "a date such as 2023-03-01, without quotes"; }
  std::optional<Date> accept(const Scalar& value) const;
};

/// A length of time in days.
struct Span {
  static constexpr int longest = 3650;
  std::string expected() const {
    return "a positive number of days or weeks, such as \"10 days\" or \"1 week\", at most 3650 "
           "days";
  }
  std::optional<int> accept(const Scalar& value) const;
};

/// A level of a choice layer, by name or in notches.
struct Level {
  ChoiceLayer layer;
  std::string expected() const {
    return fmt::format("a level ({}, or a number of notches)", fmt::join(level_names(layer), ", "));
  }
  std::optional<Amount> accept(const Scalar& value) const;
};

/// What an event sets: a number, or the name of a level.
struct NewValue {
  std::string expected() const { return "a number or the name of a level"; }
  std::optional<Amount> accept(const Scalar& value) const;
};

/// One of the words of an enumeration.
template <class Enum>
struct Word {
  static std::vector<std::string> words() {
    const auto names = names_of(Enum{});
    return {names.begin(), names.end()};
  }
  std::string expected() const { return fmt::format("one of {}", fmt::join(words(), ", ")); }
  std::optional<Enum> accept(const Scalar& value) const {
    const auto* text = std::get_if<std::string>(&value);
    const auto names = names_of(Enum{});
    for (std::size_t w = 0; text && w < names.size(); ++w)
      if (names[w] == *text) return static_cast<Enum>(w);
    return std::nullopt;
  }
};

/// The ids of two actors.
struct Pair {
  std::string expected() const { return "two actors, such as [\"BLR\", \"RUS\"]"; }
};

/// Numbers by name. Where `listable`, a bare list of names gives each the number 1.
struct Numbers {
  std::string_view of;
  Bounds bounds;
  bool listable = false;
  std::string expected() const {
    return fmt::format("a table of {} by {}{}", describe(bounds), of,
                       listable ? ", or a list of names" : "");
  }
};

/// A list of paths.
struct Paths {
  std::string expected() const { return "a list of paths, such as [\"alignment.BLR.CHN\"]"; }
};

/// Names in a list.
struct Names {
  std::string_view of;
  std::string expected() const { return fmt::format("a list of {}", of); }
};

/// New values by path.
struct Changes {
  std::string expected() const {
    return "a table of values by path, such as { \"alignment.BLR.CHN\" = 0.5 }";
  }
};

/// A list of entries of another table.
struct Entries {
  std::string_view of;
  std::string expected() const { return fmt::format("a list of {} tables", of); }
};

template <class Kind>
concept IsScalar = requires(const Kind& kind, const Scalar& value) {
  kind.accept(value);
};

template <class Kind>
concept IsTextual = Kind::textual;

/// What is wrong with a value that the kind declines.
template <IsScalar Kind>
std::string problem(const Kind& kind, const Scalar& value) {
  std::string text = fmt::format("{} is not {}", shown(value), kind.expected());
  if constexpr (requires { kind.words(); })
    if (const auto* word = std::get_if<std::string>(&value))
      text += did_you_mean(*word, kind.words());
  return text;
}

}  // namespace entente::kinds

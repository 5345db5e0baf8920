#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/study/study_kinds.h"
#include "sim/scenario/field.h"

namespace entente {

/// How a range is run through.
enum class Scale { linear, log };
constexpr std::array<std::string_view, 2> names_of(Scale) { return {"linear", "log"}; }

/// `[[parameter]]`: what a study varies.
struct VariedParameter {
  std::string path;
  std::vector<Scalar> range;   ///< two, or empty
  std::vector<Scalar> values;  ///< one by one, or empty
  Scale scale = Scale::linear;
  std::optional<std::int64_t> levels;
  std::string note;
  Origin origin;
  bool whole = false;  ///< whether the path takes none but whole numbers; found by `check`

  static constexpr std::string_view key = "parameter";
  static constexpr std::string_view meaning = "What a study varies: any number with a path.";
  static constexpr auto fields() {
    using Self = VariedParameter;
    return std::tuple{
        Field{&Self::path, "path", kinds::Text{}, Need::required,
              "what varies, as in \"dynamics.sanctions.exposure\" or \"event.attack.date\""},
        Field{&Self::range, "range", kinds::Ends{}, Need::optional,
              "from where to where: two numbers, or two dates. Or give values"},
        Field{&Self::values, "values", kinds::Scalars{}, Need::optional,
              "the values it takes, one by one: numbers, names or dates. Or give range"},
        Field{&Self::scale, "scale", kinds::Word<Scale>{}, Need::optional,
              "how the range is run through: linear (the default) or log"},
        Field{&Self::levels, "levels", kinds::Whole{2, 1'000'000}, Need::optional,
              "into how many values a grid or zip divides the range"},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why this range"}};
  }
  bool operator==(const VariedParameter&) const = default;

  /// The value at a coordinate u of the unit interval: low + u (high − low); on a log scale
  /// low (high / low)^u; of whole numbers, dates and single values the one in whose step of equal
  /// width u lies.
  Scalar at(double unit) const;
};

}  // namespace entente

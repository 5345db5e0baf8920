#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "sim/scenario/field.h"

namespace entente {

/// How the points of a study are chosen.
enum class DesignType { grid, zip, list, latin_hypercube, sobol, niederreiter, saltelli, morris };
constexpr std::array<std::string_view, 8> names_of(DesignType) {
  return {"grid", "zip", "list", "latin-hypercube", "sobol", "niederreiter", "saltelli", "morris"};
}

/// `design = { … }` in a study.
struct DesignEntry {
  DesignType type = DesignType::grid;
  std::optional<std::int64_t> points;
  std::optional<std::int64_t> levels;
  std::string table;
  Origin origin;

  static constexpr std::int64_t most_points = 1'000'000'000'000;
  static constexpr std::int64_t most_levels = 1'000'000;

  static constexpr std::string_view key = "design";
  static constexpr std::string_view meaning = "How the points of a study are chosen.";
  static constexpr auto fields() {
    using Self = DesignEntry;
    return std::tuple{
        Field{&Self::type, "type", kinds::Word<DesignType>{}, Need::required,
              "grid: every combination; zip: the k-th value of each parameter; list: the rows of a "
              "table; latin-hypercube, sobol, niederreiter: points spread evenly; saltelli: for "
              "Sobol indices; morris: for elementary effects"},
        Field{&Self::points, "points", kinds::Whole{1, most_points}, Need::optional,
              "how many: of latin-hypercube, sobol and niederreiter; of saltelli, the size N of "
              "its base sample, which makes N (k + 2) points of k parameters; of morris, the "
              "number of trajectories r, which makes r (k + 1)"},
        Field{&Self::levels, "levels", kinds::Whole{2, most_levels}, Need::optional,
              "into how many values a range is divided: by grid and zip where the parameter does "
              "not say, and by morris (even; 4 by default)"},
        Field{&Self::table, "table", kinds::Text{}, Need::optional,
              "of list: a CSV file beside the study, one column a parameter, one row a point"}};
  }
  bool operator==(const DesignEntry&) const = default;
};

}  // namespace entente

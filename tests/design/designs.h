#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design/design.h"

namespace entente::designs {

inline Factor range(std::uint64_t levels = 0) { return {"", levels, false}; }
inline Factor choice(std::uint64_t values) { return {"", values, true}; }

inline DesignEntry entry(DesignType type, std::optional<std::int64_t> points = {},
                         std::optional<std::int64_t> levels = {}) {
  DesignEntry made;
  made.type = type;
  made.points = points;
  made.levels = levels;
  return made;
}

inline std::vector<double> at(const Design& design, std::uint64_t point) {
  std::vector<double> unit(design.factors(), -1.0);
  design.at(point, unit);
  return unit;
}

/// Which of so many equal parts of the unit interval a coordinate lies in.
inline std::uint64_t part(double unit, std::uint64_t parts) {
  return static_cast<std::uint64_t>(unit * static_cast<double>(parts));
}

}  // namespace entente::designs

#pragma once

#include <algorithm>
#include <cstdint>

#include "analysis/design/design.h"

namespace entente {

/// The coordinate of a level of so many: the middle of its step where they are discrete values, and
/// otherwise its place between the two ends of the range. l < L; L ≥ 2 where it is a range.
inline double coordinate(bool discrete, std::uint64_t level, std::uint64_t levels) {
  const auto l = static_cast<double>(level), count = static_cast<double>(levels);
  return discrete ? (l + 0.5) / count : l / (count - 1.0);
}

/// A coordinate in [0, 1) as the factor takes it: itself in a range, the middle of the step that it
/// falls in among discrete values.
inline double taken(const Factor& factor, double unit) {
  if (!factor.discrete) return unit;
  const auto level = static_cast<std::uint64_t>(unit * static_cast<double>(factor.levels));
  return coordinate(true, std::min(level, factor.levels - 1), factor.levels);
}

/// The 53 leading bits of a number as a fraction in [0, 1).
inline double fraction(std::uint64_t bits) { return static_cast<double>(bits >> 11) * 0x1p-53; }

}  // namespace entente

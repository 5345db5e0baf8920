#include "sim/core/parameter.h"

#include <fmt/format.h>

#include <cmath>

namespace entente {

std::string describe(const Bounds& b) {
  const bool low = std::isfinite(b.low), high = std::isfinite(b.high);
  if (low && high) {
    const char* ends = b.open_low && b.open_high ? ", both excluded"
                       : b.open_low              ? ", the first excluded"
                       : b.open_high             ? ", the last excluded"
                                                 : "";
    return fmt::format("a number between {} and {}{}", b.low, b.high, ends);
  }
  if (low) return fmt::format("a number {} {}", b.open_low ? "above" : "of at least", b.low);
  if (high) return fmt::format("a number {} {}", b.open_high ? "below" : "of at most", b.high);
  return "a finite number";
}

}  // namespace entente

#include "cli/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "cli/screen.h"

namespace entente {

std::string sparkline(const std::vector<double>& values, double coarse) {
  static constexpr std::array blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  const bool moves = high - low > coarse / 20;
  const double span = std::max(high - low, coarse);
  std::string text;
  for (const double value : values) {
    if (std::isnan(value)) {
      text += " ";
    } else if (!moves) {
      text += "─";
    } else {
      const double height = (value - low) / span * 7.0;
      text += blocks[static_cast<std::size_t>(std::lround(height))];
    }
  }
  return text;
}

std::string time_axis(const Calendar& calendar) {
  const bool weeks = calendar.step_days % 7 == 0;
  const auto step = static_cast<std::uint64_t>(calendar.step_days / (weeks ? 7 : 1));
  return fmt::format(
      "{} of {}, {} to {}", counted(static_cast<std::uint64_t>(calendar.ticks), "tick"),
      counted(step, weeks ? "week" : "day"), to_text(calendar.start), to_text(calendar.end()));
}

}  // namespace entente

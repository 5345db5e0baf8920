#pragma once

#include <string>
#include <vector>

#include "analysis/describe/number_format.h"
#include "sim/core/calendar.h"

namespace entente {

/// One block of eight heights for each value, from the least to the greatest; where they span less
/// than `coarse`, not the full height; a line where they do not move.
std::string sparkline(const std::vector<double>& values, double coarse);

/// "131 ticks of 1 week, 2022-09-01 to 2025-03-06".
std::string time_axis(const Calendar& calendar);

}  // namespace entente

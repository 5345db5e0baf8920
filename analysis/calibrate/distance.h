#pragma once

#include <span>

namespace entente {

/// How far a simulation lies from the data: √(mean ((simulated − observed) / scale)²), over all
/// observations. Infinite if a simulated number is missing.
double distance_between(std::span<const double> simulated, std::span<const double> observed,
                        std::span<const double> scale);

}  // namespace entente

#include "analysis/calibrate/distance.h"

#include <cmath>
#include <limits>

#include "sim/core/error.h"

namespace entente {

double distance_between(std::span<const double> simulated, std::span<const double> observed,
                        std::span<const double> scale) {
  expects(
      simulated.size() == observed.size() && scale.size() == observed.size() && !observed.empty(),
      "one simulated number and one scale for each observation");
  double sum = 0.0;
  for (std::size_t k = 0; k < observed.size(); ++k) {
    const double off = (simulated[k] - observed[k]) / scale[k];
    sum += off * off;
  }
  const double distance = std::sqrt(sum / static_cast<double>(observed.size()));
  return std::isfinite(distance) ? distance : std::numeric_limits<double>::infinity();
}

}  // namespace entente

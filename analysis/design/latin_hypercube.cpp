#include "analysis/design/latin_hypercube.h"

#include <bit>
#include <cmath>

#include "analysis/design/coordinate.h"
#include "analysis/design/design_draws.h"

namespace entente {

LatinHypercube::LatinHypercube(std::uint64_t points, std::vector<Factor> factors,
                               std::uint64_t seed)
    : points_(points), seed_(seed), factors_(std::move(factors)) {
  for (std::size_t j = 0; j < factors_.size(); ++j) strata_.emplace_back(points, seed, j);
}

void LatinHypercube::at(std::uint64_t point, std::span<double> unit) const {
  // With as many bits as leave the sum exact, no rounding carries a point into the next stratum.
  const int bits = 51 - static_cast<int>(std::bit_width(points_));
  for (std::size_t j = 0; j < factors_.size(); ++j) {
    const std::uint64_t drawn = design_draws(seed_, DesignUse::jitter, point, j)();
    const double within = std::ldexp(static_cast<double>(drawn >> (64 - bits)), -bits);
    const double stratum = static_cast<double>(strata_[j](point));
    unit[j] = taken(factors_[j], (stratum + within) / static_cast<double>(points_));
  }
}

}  // namespace entente

#include "analysis/design/low_discrepancy.h"

#include "analysis/design/coordinate.h"

namespace entente {

LowDiscrepancy::LowDiscrepancy(NetType type, std::uint64_t points, std::vector<Factor> factors,
                               std::uint64_t seed)
    : points_(points), factors_(std::move(factors)), net_(type, factors_.size(), points) {
  net_.scramble(seed);
}

void LowDiscrepancy::at(std::uint64_t point, std::span<double> unit) const {
  for (std::size_t j = 0; j < factors_.size(); ++j)
    unit[j] = taken(factors_[j], net_.coordinate(point, j));
}

}  // namespace entente

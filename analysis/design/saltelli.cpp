#include "analysis/design/saltelli.h"

#include "analysis/design/coordinate.h"

namespace entente {

Saltelli::Saltelli(std::uint64_t rows, std::vector<Factor> factors, std::uint64_t seed)
    : layout_{rows, factors.size()},
      factors_(std::move(factors)),
      net_(NetType::sobol, 2 * factors_.size(), rows) {
  net_.scramble(seed);
}

void Saltelli::at(std::uint64_t point, std::span<double> unit) const {
  const std::uint64_t row = layout_.row_of(point);
  const std::size_t place = layout_.place_of(point);
  for (std::size_t j = 0; j < factors_.size(); ++j) {
    const bool from_b = place == layout_.b() || place == layout_.ab(j);
    unit[j] = taken(factors_[j], net_.coordinate(row, 2 * j + (from_b ? 1 : 0)));
  }
}

}  // namespace entente

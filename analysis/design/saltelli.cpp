#include "analysis/design/saltelli.h"

#include "analysis/design/coordinate.h"

namespace entente {

Saltelli::Saltelli(std::uint64_t rows, std::vector<Factor> factors, std::uint64_t seed)
    : layout_{rows, factors.size()},
      factors_(std::move(factors)),
      net_(NetType::sobol, 2 * factors_.size(), rows, seed) {}

void Saltelli::at(std::uint64_t point, std::span<double> unit) const {
  const std::uint64_t row = layout_.row_of(point);
  const std::size_t place = layout_.place_of(point), k = factors_.size();
  net_.at(row, place == layout_.b() ? k : 0, unit);
  if (place != layout_.a() && place != layout_.b())
    net_.at(row, k + place - 1, unit.subspan(place - 1, 1));
  for (std::size_t j = 0; j < k; ++j) unit[j] = taken(factors_[j], unit[j]);
}

}  // namespace entente

#include "analysis/design/zip.h"

#include "analysis/design/coordinate.h"
#include "analysis/design/stride.h"

namespace entente {

Zip::Zip(std::uint64_t levels, std::vector<Factor> factors)
    : levels_(levels), stride_(stride(levels, golden_share)), factors_(std::move(factors)) {}

void Zip::at(std::uint64_t point, std::span<double> unit) const {
  for (std::size_t j = 0; j < factors_.size(); ++j)
    unit[j] = coordinate(factors_[j].discrete, point, levels_);
}

std::uint64_t Zip::in_order(std::uint64_t k) const { return strided(k, stride_, levels_); }

}  // namespace entente

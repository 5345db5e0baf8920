#include "analysis/design/saltelli.h"

namespace entente {
namespace {

std::vector<Factor> twice(std::vector<Factor> factors) {
  const auto count = static_cast<std::ptrdiff_t>(factors.size());
  factors.reserve(2 * factors.size());
  factors.insert(factors.end(), factors.begin(), factors.begin() + count);
  return factors;
}

}  // namespace

Saltelli::Saltelli(std::uint64_t rows, std::vector<Factor> factors)
    : factors_(std::move(factors)), base_(rows, twice(factors_)) {}

void Saltelli::at(std::uint64_t point, std::span<double> unit) const {
  const std::size_t k = factors_.size();
  const std::uint64_t within = point % (k + 2);
  std::vector<double> both(2 * k);
  base_.at(point / (k + 2), both);
  for (std::size_t f = 0; f < k; ++f) {
    const bool from_b = within == k + 1 || within == f + 1;
    unit[f] = both[from_b ? k + f : f];
  }
}

}  // namespace entente

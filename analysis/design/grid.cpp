#include "analysis/design/grid.h"

#include <cmath>
#include <numeric>

namespace entente {
namespace {

constexpr double golden_ratio = 1.618033988749895;

std::uint64_t golden_stride(std::uint64_t points) {
  auto stride =
      static_cast<std::uint64_t>(std::llround(static_cast<double>(points) / golden_ratio));
  if (stride == 0) stride = 1;
  while (std::gcd(stride, points) != 1) ++stride;
  return stride;
}

}  // namespace

Grid::Grid(std::vector<Factor> factors) : factors_(std::move(factors)) {
  for (const Factor& factor : factors_) points_ *= factor.levels;
  stride_ = golden_stride(points_);
}

void Grid::at(std::uint64_t point, std::span<double> unit) const {
  for (std::size_t f = factors_.size(); f-- > 0;) {
    unit[f] = factors_[f].coordinate(point % factors_[f].levels);
    point /= factors_[f].levels;
  }
}

std::uint64_t Grid::in_order(std::uint64_t k) const {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>(static_cast<Wide>(k) * stride_ % points_);
}

}  // namespace entente

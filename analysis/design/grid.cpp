#include "analysis/design/grid.h"

#include <algorithm>
#include <cmath>

#include "analysis/design/coordinate.h"
#include "analysis/design/stride.h"

namespace entente {
namespace {

/// The least prime above a number.
std::uint64_t prime_above(std::uint64_t number) {
  for (;;) {
    ++number;
    std::uint64_t divisor = 2;
    while (divisor * divisor <= number && number % divisor != 0) ++divisor;
    if (divisor * divisor > number) return number;
  }
}

}  // namespace

Grid::Grid(std::vector<Axis> axes) : axes_(std::move(axes)) {
  for (std::size_t j = axes_.size(); j-- > 0;) {
    wheels_.push_back({axes_[j].levels, 1, points_});
    points_ *= axes_[j].levels;
  }
  std::reverse(wheels_.begin(), wheels_.end());
  std::stable_sort(wheels_.begin(), wheels_.end(),
                   [](const Wheel& a, const Wheel& b) { return a.levels > b.levels; });
  std::uint64_t prime = 1;
  for (Wheel& wheel : wheels_) {
    prime = prime_above(prime);
    const double root = std::sqrt(static_cast<double>(prime));
    wheel.stride = stride(wheel.levels, root - std::floor(root));
  }
}

void Grid::at(std::uint64_t point, std::span<double> unit) const {
  for (std::size_t j = axes_.size(); j-- > 0; point /= axes_[j].levels)
    unit[j] = coordinate(axes_[j].discrete, point % axes_[j].levels, axes_[j].levels);
}

std::uint64_t Grid::in_order(std::uint64_t k) const {
  std::uint64_t point = 0, digits_below = 1;  // the radix of digit j
  for (std::size_t j = 0; j < wheels_.size(); ++j) {
    const Wheel& wheel = wheels_[j];
    std::uint64_t turned = k / digits_below % wheel.levels;
    digits_below *= wheel.levels;
    std::uint64_t power = 1 % wheel.levels, rest = k;
    for (std::size_t i = 0; i < j; ++i) {
      // Both factors are below numbers of levels whose product is at most that of points.
      turned = (turned + power * (rest % wheels_[i].levels)) % wheel.levels;
      rest /= wheels_[i].levels;
      power = power * j % wheel.levels;
    }
    point += strided(turned, wheel.stride, wheel.levels) * wheel.place;
  }
  return point;
}

}  // namespace entente

#include "analysis/design/morris.h"

#include <numeric>
#include <utility>

namespace entente {
namespace {

/// What a random number of a trajectory is for.
enum Use : std::uint32_t { start, direction, rank };

}  // namespace

Morris::Morris(std::uint64_t trajectories, std::uint64_t levels, std::vector<Factor> factors,
               std::uint64_t seed)
    : trajectories_(trajectories), factors_(std::move(factors)), chance_(seed) {
  for (Factor& factor : factors_)
    if (!factor.discrete) factor.levels = levels;
}

void Morris::at(std::uint64_t point, std::span<double> unit) const {
  const std::uint64_t trajectory = point / (factors_.size() + 1);
  const std::size_t moved = point % (factors_.size() + 1);
  const auto ranks = order(trajectory);
  for (std::uint32_t f = 0; f < factors_.size(); ++f) {
    const Factor& factor = factors_[f];
    const std::uint64_t step = factor.levels / 2;
    const std::uint64_t low = chance_.below(factor.levels - step, trajectory, f, start);
    const bool up = (chance_.word(trajectory, f, direction) & 1U) != 0;
    const bool high = (ranks[f] <= moved) == up;
    unit[f] = factor.coordinate(high ? low + step : low);
  }
}

std::vector<std::size_t> Morris::order(std::uint64_t trajectory) const {
  std::vector<std::size_t> ranks(factors_.size());
  std::iota(ranks.begin(), ranks.end(), 1);
  for (std::size_t f = ranks.size(); f-- > 1;)
    std::swap(ranks[f],
              ranks[chance_.below(f + 1, trajectory, static_cast<std::uint32_t>(f), rank)]);
  return ranks;
}

}  // namespace entente

#include "analysis/design/morris.h"

#include <boost/random/uniform_int_distribution.hpp>
#include <utility>

#include "analysis/design/coordinate.h"
#include "analysis/design/design_draws.h"

namespace entente {
namespace {

std::uint64_t any_of(std::uint64_t count, Stream& stream) {
  return boost::random::uniform_int_distribution<std::uint64_t>(0, count - 1)(stream);
}

}  // namespace

Morris::Morris(std::uint64_t trajectories, std::uint64_t levels, std::vector<Factor> factors,
               std::uint64_t seed)
    : trajectories_(trajectories), levels_(levels), seed_(seed), factors_(std::move(factors)) {}

std::vector<Morris::Move> Morris::moves(std::uint64_t trajectory) const {
  std::vector<Move> all(factors_.size());
  auto stream = design_draws(seed_, DesignUse::trajectory, trajectory, 0);
  for (std::size_t j = 0; j < factors_.size(); ++j) {
    const std::uint64_t levels = levels_of(factors_[j]), step = levels / 2;
    Move& move = all[j];
    move.from = any_of(levels - step, stream);
    move.to = move.from + step;
    if (any_of(2, stream) == 1) std::swap(move.from, move.to);
    // A random order, grown by one factor at a time (Fisher & Yates).
    move.when = j;
    std::swap(move.when, all[any_of(j + 1, stream)].when);
  }
  return all;
}

std::vector<MorrisStep> Morris::steps(std::uint64_t trajectory) const {
  std::vector<MorrisStep> all(factors_.size());
  const auto taken_moves = moves(trajectory);
  for (std::size_t j = 0; j < factors_.size(); ++j) {
    const Move& move = taken_moves[j];
    const auto size = static_cast<double>(move.to) - static_cast<double>(move.from);
    all[move.when] = {j, size / (static_cast<double>(levels_of(factors_[j])) - 1.0)};
  }
  return all;
}

void Morris::at(std::uint64_t point, std::span<double> unit) const {
  const auto all = moves(point / trajectory_points());
  const std::uint64_t steps_taken = point % trajectory_points();
  for (std::size_t j = 0; j < factors_.size(); ++j) {
    const std::uint64_t level = all[j].when < steps_taken ? all[j].to : all[j].from;
    unit[j] = coordinate(factors_[j].discrete, level, levels_of(factors_[j]));
  }
}

}  // namespace entente

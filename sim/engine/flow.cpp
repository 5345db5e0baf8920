#include "sim/engine/flow.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

/// How many rows all mechanisms write before the next ones: a few stay in the first-level cache.
constexpr Index block_of_rows = 8;

[[noreturn]] void report_overflow(const World& world) {
  for (Index i = 0; i < world.actors(); ++i)
    for (Index j = 0; j < world.actors(); ++j)
      if (!std::isfinite(world.affinity(i, j)))
        throw RunError(fmt::format("alignment.{}.{} left the representable range",
                                   world.roster->actors[i], world.roster->actors[j]));
  throw RunError("a value left the representable range");
}

}  // namespace

void Flow::advance(World& world, const Dynamics& dynamics, double years, const Draws& draws) {
  drift_.clear();
  for (Index first = 0; first < world.actors(); first += block_of_rows)
    contribute(dynamics.alignment.mechanisms, world,
               {first, std::min(block_of_rows, world.actors() - first)}, drift_);
  exchange_drift(world, dynamics.dependence, exchange_);
  position_drift(world, dynamics.positions, positions_);

  world.affinity += years * drift_.total(world.alignment);
  if (!world.self_ties) world.affinity.diagonal().setZero();
  dynamics.alignment.noise.perturb(world, years, draws);
  world.dependence += years * exchange_;
  world.position += years * positions_;
  if (!world.affinity.allFinite() || !world.dependence.allFinite()) report_overflow(world);
  world.refresh_alignment();
}

}  // namespace entente

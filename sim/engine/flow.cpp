#include "sim/engine/flow.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

/// How many rows all mechanisms write before the next ones: a few stay in the first-level cache.
constexpr Index block_of_rows = 8;

/// Throws with the first dyad of row i that overflowed, if any did.
void report_overflow(const World& world, Index i) {
  for (Index j = 0; j < world.actors(); ++j)
    if (!std::isfinite(world.affinity(i, j)))
      throw RunError(fmt::format("alignment.{}.{} left the representable range",
                                 world.roster->actors[i], world.roster->actors[j]));
}

}  // namespace

void Flow::advance(World& world, const Dynamics& dynamics, double years, const Draws& draws) {
  const Index n = world.actors();
  drift_.clear();
  for (Index first = 0; first < n; first += block_of_rows)
    contribute(dynamics.alignment.mechanisms, world, {first, std::min(block_of_rows, n - first)},
               drift_);
  drift_.multiply(world.alignment);
  position_drift(world, dynamics.positions, positions_);

  // Alignment last: the other two advance from what it was.
  advance_exchange(world, dynamics.dependence, years);
  world.position += years * positions_;
  advance_alignment(world, dynamics.alignment.noise, years, draws);
  ++world.tick;
}

/// Row by row, while the row is in the cache.
void Flow::advance_alignment(World& world, const Noise& noise, double years, const Draws& draws) {
  Normals xi = Noise::draws_of(world, draws);
  for (Index i = 0; i < world.actors(); ++i) {
    auto z = world.affinity.row(i);
    z += years * drift_.total(i);
    noise.perturb(world, i, years, xi);
    if (!world.self_ties) z(i) = 0.0;
    if (!std::isfinite(z.sum())) report_overflow(world, i);
    world.refresh_alignment(i);
  }
}

}  // namespace entente

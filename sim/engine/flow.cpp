#include "sim/engine/flow.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

/// How many rows are moved together: a few stay in the first-level cache from one term to the next.
constexpr Index block_of_rows = 8;

/// Throws with the first dyad of row i that overflowed, if any did.
void report_overflow(const World& world, Index i) {
  for (Index j = 0; j < world.actors(); ++j)
    if (!std::isfinite(world.affinity(i, j)))
      throw RunError(fmt::format("alignment.{}.{} left the representable range",
                                 world.roster->actors[i], world.roster->actors[j]));
}

}  // namespace

Flow::Flow(const World& world, const Dynamics& dynamics)
    : standing_(world.actors()),
      drift_(world.actors()),
      positions_(world.actors(), world.issues()) {
  renew(world, dynamics);
}

void Flow::renew(const World& world, const Dynamics& dynamics) {
  const Rows all{0, world.actors()};
  standing_.clear(all);
  contribute_standing(dynamics.alignment.mechanisms, world, all, standing_);
}

void Flow::advance(World& world, const Dynamics& dynamics, double years, const Draws& draws) {
  const Index n = world.actors();
  for (Index first = 0; first < n; first += block_of_rows) {
    const Rows i{first, std::min(block_of_rows, n - first)};
    drift_.begin(i, standing_);
    contribute_moving(dynamics.alignment.mechanisms, world, i, drift_);
    position_drift(world, dynamics.positions, i, positions_);
    // Nothing but the drift of the same rows reads these shares, so they may move already.
    advance_exchange(world, dynamics.dependence, i, years);
  }
  drift_.multiply(world.alignment);
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

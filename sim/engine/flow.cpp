#include "sim/engine/flow.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

/// How many rows are moved together: a few stay in the first-level cache from one term to the next.
constexpr Index block_of_rows = 8;
/// Or, in a small world, as many as have this many entries.
constexpr Index block_of_entries = 2048;

/// Calls `f(rows)` on one block of rows after the other.
template <class F>
void by_blocks(Index n, F&& f) {
  const Index block = std::max(block_of_rows, block_of_entries / std::max<Index>(n, 1));
  for (Index first = 0; first < n; first += block) f(Rows{first, std::min(block, n - first)});
}

/// Throws with the first dyad of rows i that overflowed, if any did.
void report_overflow(const World& world, Rows i) {
  for (Index a = i.first; a < i.first + i.count; ++a)
    for (Index j = 0; j < world.actors(); ++j)
      if (!std::isfinite(world.affinity(a, j)))
        throw RunError(fmt::format("alignment.{}.{} left the representable range",
                                   world.roster->actors[a], world.roster->actors[j]));
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
  by_blocks(world.actors(), [&](Rows i) {
    contribute_moving(dynamics.alignment.mechanisms, world, i, standing_, drift_);
    position_drift(world, dynamics.positions, i, positions_);
    // Nothing but the drift of the same rows reads these shares, so they may move already.
    advance_exchange(world, dynamics.dependence, i, years);
  });
  drift_.multiply(world.alignment);
  world.position += years * positions_;
  advance_alignment(world, dynamics.alignment.noise, years, draws);
  ++world.tick;
}

/// Block by block, while the block is in the cache.
void Flow::advance_alignment(World& world, const Noise& noise, double years, const Draws& draws) {
  Normals xi = Noise::draws_of(world, draws);
  by_blocks(world.actors(), [&](Rows i) {
    auto z = strip(world.affinity, i);
    z += years * strip(drift_.total(), i);
    noise.perturb(world, i, years, xi);
    if (!world.self_ties) rows(world.affinity, i).diagonal(i.first).setZero();
    if (!std::isfinite(z.sum())) report_overflow(world, i);
    world.refresh_alignment(i);
  });
}

}  // namespace entente

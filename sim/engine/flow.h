#pragma once

#include "sim/core/draws.h"
#include "sim/core/drift.h"
#include "sim/engine/dynamics.h"

namespace entente {

/// The continuous motion of a tick: alignment, dependence and positions advance together by one
/// Euler–Maruyama step. Owns the buffers, so that a tick allocates nothing.
class Flow {
 public:
  explicit Flow(Index actors) : drift_(actors) {}

  /// Advances the world by `years`. Throws `RunError` naming the dyad if a value overflows.
  void advance(World& world, const Dynamics& dynamics, double years, const Draws& draws);

 private:
  Drift drift_;
  Matrix exchange_;
  Table positions_;
};

}  // namespace entente

#pragma once

#include "sim/core/draws.h"
#include "sim/core/drift.h"
#include "sim/engine/dynamics.h"

namespace entente {

/// The continuous motion of a tick: alignment, dependence and positions advance together by one
/// Euler–Maruyama step, each from the state before it. Owns the buffers that this takes.
class Flow {
 public:
  explicit Flow(Index actors) : drift_(actors) {}

  /// Advances the world by `years`. Throws `RunError` naming the dyad if a value overflows.
  void advance(World& world, const Dynamics& dynamics, double years, const Draws& draws);

 private:
  void advance_alignment(World& world, const Noise& noise, double years, const Draws& draws);

  Drift drift_;
  Table positions_;
};

}  // namespace entente

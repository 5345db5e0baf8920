#pragma once

#include "sim/core/draws.h"
#include "sim/core/drift.h"
#include "sim/engine/dynamics.h"

namespace entente {

/// The continuous motion of a tick: alignment, dependence and positions advance together by one
/// Euler–Maruyama step, each from the state before it. Owns the buffers that this takes.
class Flow {
 public:
  Flow(const World& world, const Dynamics& dynamics);

  /// To be called when an event has changed the world or the law of motion.
  void renew(const World& world, const Dynamics& dynamics);

  /// Advances the world by `years`. Throws `RunError` naming the dyad if a value overflows.
  void advance(World& world, const Dynamics& dynamics, double years, const Draws& draws);

 private:
  void advance_alignment(World& world, const Noise& noise, double years, const Draws& draws);

  Drift standing_;  ///< what stays the same from one event to the next
  Drift drift_;
  Table positions_;
};

}  // namespace entente

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "sim/core/calendar.h"
#include "sim/engine/dynamics.h"
#include "sim/events/agenda.h"

namespace entente {

class Simulation;

/// Whether something holds in a running simulation.
using Condition = std::function<bool(const Simulation&)>;

/// A scenario made ready to run: the world at its start with its benchmark, the law of motion, what
/// is scheduled, and the time axis. Immutable; any number of simulations share one.
struct Model {
  World start;
  Dynamics dynamics;
  Agenda agenda;
  Calendar calendar;
  std::vector<Condition> conditions;  ///< when each commitment of the world is called in
};

/// An alignment that tends to a value of its own, in place of rest: a trend under way.
struct OwnBaseline {
  Index from = 0;
  Index to = 0;
  double alignment = 0.0;
};

/// Benchmarks a world to its start (the model page, sections 3 to 5): without events, choices,
/// noise and own baselines, the world stays as it is.
///
///   Z̄ = Z(0) − other drift(0)/κ  (own baseline b: atanh b in place of Z(0));  κ = 0: Z̄ = Z(0)
///
/// `world` needs no benchmark yet.
std::shared_ptr<const Benchmark> benchmark_of(const World& world, const Dynamics& dynamics,
                                              const std::vector<OwnBaseline>& own);

}  // namespace entente

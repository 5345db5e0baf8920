#pragma once

#include <optional>

#include "analysis/metrics/spectrum.h"
#include "sim/engine/simulation.h"

namespace entente {

/// What the metrics see of a simulation at one moment. What several of them need is computed once,
/// when it is first asked for. Refers to the simulation: use it up before the next tick.
class Observation {
 public:
  explicit Observation(const Simulation& simulation) : simulation_(simulation) {}

  const Simulation& simulation() const { return simulation_; }
  const World& world() const { return simulation_.world(); }
  Index actors() const { return world().actors(); }
  /// How many ordered dyads there are: N (N − 1).
  double dyads() const { return static_cast<double>(actors() * (actors() - 1)); }

  /// Ā = (A + Aᵀ) / 2 off the diagonal and 0 on it, N×N: how each pair stand to each other.
  const Matrix& mutual() const;
  /// Ā times a constant, N×N, for what does not depend on scale: 1, or what keeps powers of it from
  /// overflowing or vanishing (`safe_scale`).
  const Matrix& ties() const;
  /// λ₁ and v₁ of `ties()`.
  const Eigenpair& leading() const;

 private:
  const Simulation& simulation_;
  mutable std::optional<Matrix> mutual_, ties_;
  mutable std::optional<double> scale_;
  mutable std::optional<Eigenpair> leading_;
};

}  // namespace entente

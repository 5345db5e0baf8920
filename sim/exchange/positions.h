#pragma once

#include <tuple>

#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Positions drift towards those of friends, weighted by capability, and back to where they began:
///
///   dx_ik/dt = ψ Σ_j I_ij (x_jk − x_ik) + ι (x_ik(0) − x_ik)
///   I_ij = max(A_ij, 0) ω_j / Σ_j max(A_ij, 0) ω_j   (0 if there is no friend)
///
/// x: N×K positions; ψ, ι per year. Source: Friedkin & Johnsen, J. Math. Sociology 15 (1990) 193.
struct PositionDynamics {
  double influence = 0.3;
  double inertia = 0.3;

  static constexpr auto parameters() {
    using Self = PositionDynamics;
    return std::tuple{Parameter{&Self::influence, "influence", "1/yr", at_least(0),
                                "ψ: how fast an actor adopts its friends' positions"},
                      Parameter{&Self::inertia, "inertia", "1/yr", at_least(0),
                                "ι: how fast an actor returns to its initial positions"}};
  }
};

/// dx/dt of the actors in rows i on every issue, per year, into those rows of `drift` (N×K).
void position_drift(const World& world, const PositionDynamics& dynamics, Rows i, Table& drift);

}  // namespace entente

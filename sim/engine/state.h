#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/world.h"
#include "sim/engine/dynamics.h"

namespace entente {

/// All that a run carries from one tick to the next, as plain values. Draws have no state but their
/// address; what else a world holds is constant or follows from this: A from Z, as the flow leaves
/// it, sides and violations from support, ties from membership and recognition.
struct SimulationState {
  /// ℓ, N×N: the levels of a choice layer, in notches.
  using Notches = Eigen::Matrix<signed char, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

  std::int64_t tick = 0;
  Matrix affinity;                           ///< Z, N×N
  Matrix dependence;                         ///< D, N×N
  Table position;                            ///< X, N×K
  Notches sanctions, support;                ///< ℓ, N×N
  Matrix recognition;                        ///< R, N×N
  Matrix pact;                               ///< P, N×N
  Matrix membership;                         ///< m, G×N
  Vector cohesion;                           ///< η, G
  Vector intensity;                          ///< h, C
  Vector diversification;                    ///< ζ, N
  std::vector<CommitmentState> commitments;  ///< one a pledge
  Dynamics dynamics;                         ///< with what events have changed
};

/// The state of a world and its law of motion between two ticks.
SimulationState state_of(const World& world, const Dynamics& dynamics);

/// Puts a world of the same actors, blocs, issues, conflicts and commitments into a state, with all
/// that follows from it.
void restore(const SimulationState& state, World& world);

}  // namespace entente

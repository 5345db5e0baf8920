#pragma once

#include "sim/core/types.h"

namespace entente {

/// What the base scenario's start reveals about its actors, held fixed ever after, as a computable
/// general equilibrium model is benchmarked to its base year. Shared by all variants and runs.
struct Benchmark {
  Matrix affinity;   ///< Z̄, N×N: the structural affinity that inertia reverts to
  Matrix gravity;    ///< G_ij, N×N: the pull of exchange that alignment and sanctions leave open
  Vector home;       ///< G_i0, N: the same for exchange at home
  Matrix sanctions;  ///< a_ij, N×N: what initial sanctions reveal beyond the effects, per notch
  Matrix support;    ///< a_ij, N×N: the same for support
};

}  // namespace entente

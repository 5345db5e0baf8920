#pragma once

#include <vector>

#include "analysis/design/morris.h"
#include "analysis/sensitivity/blocks.h"
#include "sim/core/draws.h"

namespace entente {

/// Morris's measures of one answer. An effect is the change of the expected answer for the whole
/// range of the parameter: from one end of the unit interval to the other, or from the first of its
/// values to the last.
struct MorrisEffects {
  struct Measures {
    Estimate mu;       ///< μ: the mean effect
    Estimate mu_star;  ///< μ*: the mean size of effects
    Estimate sigma;    ///< σ: their standard deviation, of curvature and interactions
    /// The standard deviation that replicate noise gives a single effect; NaN of one replicate.
    Estimate noise;
  };
  std::vector<Measures> parameters;
  std::uint64_t replicates = 0;
  Coverage coverage;  ///< in trajectories

  /// Whether replicate noise is known and taken out of σ.
  bool free_of_noise() const { return replicates > 1; }
};

/// Morris's measures from the answers at the points of a Morris design, points × replicates, NaN
/// where an answer is missing; what is left out then, `Blocks` says.
///
///   d_tr   = (y after − y before) / share    step of trajectory t, replicate r; share of the range
///   μ      = mean_t d̄_t
///   μ*     = mean_t |d̄_t|
///   noise² = mean_t (s_t² / R)
///   σ²     = Var_t(d̄_t) − noise²             0 where that is negative
///
/// Replicate r has the same random numbers at every point, so that what it adds everywhere cancels
/// in d. μ and σ² have no bias of what does not cancel; μ* has: an effect of none at all would seem
/// to be √(2/π) noise ≈ 0.8 noise in size, so that μ* means something where it is well above.
/// Intervals are bootstrap intervals over trajectories.
///
/// Source: Morris, Technometrics 33 (1991) 161; Campolongo, Cariboni & Saltelli, Environmental
/// Modelling & Software 22 (2007) 1509.
MorrisEffects morris_effects(const Morris& design, const Matrix& answers, const Draws& draws);

}  // namespace entente

#pragma once

#include <cstdint>
#include <vector>

#include "analysis/design/design.h"
#include "analysis/sensitivity/bootstrap.h"

namespace entente {

/// What an outcome does when one parameter moves through its range, on average over the others.
struct MorrisEffects {
  std::vector<Estimate> mu;       ///< of each parameter: the mean effect
  std::vector<Estimate> mu_star;  ///< the mean of its magnitude
  std::vector<Estimate> sigma;    ///< how much it depends on the other parameters, or is not linear
  std::vector<double> noise;      ///< standard error that replicates leave in a single effect
  std::uint64_t trajectories = 0;  ///< that were used
  std::uint64_t left_out = 0;      ///< because a run of theirs is missing
  bool noise_separated = false;    ///< whether there were replicates to do so
};

/// The elementary effects of an outcome over a Morris design. `answers`: points × replicates, NaN
/// where a run is missing; a trajectory of which any run is missing is left out.
///
/// The effect of parameter i in a trajectory is d = (y(x + Δeᵢ) − y(x)) / Δ, per unit of the
/// parameter's range, taken over the mean of the replicates, which share their random numbers. Then
///
///   μ = mean d,   μ* = mean |d|,   σ² = var d − mean s² / R
///
/// with s² the variance of d over the R replicates: what they would make of σ alone is taken out.
///
/// Sources: Morris, Technometrics 33 (1991) 161; Campolongo, Cariboni & Saltelli, Environ. Model.
/// Softw. 22 (2007) 1509.
MorrisEffects morris_effects(const Matrix& answers, const Design& design, const Draws& draws);

}  // namespace entente

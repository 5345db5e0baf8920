#pragma once

#include "analysis/sensitivity/estimate.h"
#include "sim/core/draws.h"
#include "sim/core/types.h"

namespace entente {

/// Which share of the variance of single runs, each at a point of its own, is chance, from points
/// of any design × replicates, NaN where an answer is missing; of those points where two replicates
/// answer. With s² the variance over the R replicates of a point, z an answer less the mean of its
/// replicate over all points, and s_z² the variance of z over those replicates,
///
///   share = σ² / (V + σ²)        σ² = mean_points s²,  V = Var_points(z̄) − mean_points(s_z² / R)
///
/// What a replicate adds at every point alike makes no variance between points: hence z. NaN where
/// no point has two answers or nothing varies at all. The interval is a bootstrap interval over
/// points.
///
/// Source: Searle, Casella & McCulloch, Variance Components (1992), chapter 4.
Estimate noise_share(const Matrix& answers, const Draws& draws);

}  // namespace entente

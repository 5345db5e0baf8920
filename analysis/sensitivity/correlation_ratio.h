#pragma once

#include <vector>

#include "analysis/sensitivity/estimate.h"
#include "sim/core/draws.h"
#include "sim/core/types.h"

namespace entente {

/// From how many points on correlation ratios say something.
inline constexpr Index least_points_for_ratios = 40;

/// Which share of an answer's variance between points goes with each parameter alone, whatever the
/// points' design.
struct CorrelationRatios {
  std::vector<Estimate> parameters;
  Coverage coverage;  ///< in points
};

/// The squared correlation ratios of an answer with each parameter: where parameters vary
/// independently of one another, the same as Sobol's first-order indices, from points of any
/// design.
///
///   η²_i = Var(E[y | x_i]) / Var(y)  =  1 − SSW_i / SST
///   ε²_i = 1 − (n − 1) / (n − B) · SSW_i / SST              0 where that is negative
///
/// `values` is points × parameters, `answers` one number a point, NaN where there is none; of fewer
/// than 40 answers there are no ratios. Each value of a parameter is a bin of its own or, where it
/// has more than √n or 20, so many bins of as many points, equal values together. SSW sums squares
/// within the B bins, SST over all n points. ε² takes out the bias that η² has from chance. What an
/// answer does within a bin counts as unexplained: of a straight line 1/B² of its variance.
///
/// Intervals are bootstrap intervals over points. Points drawn again agree within bins more than
/// others would; how far that lifts their mean ratio above the estimate is taken off again.
///
/// Source: Pearson, Drapers' Company Research Memoirs, Biometric Series II (1905), on η; Kelley,
/// PNAS 21 (1935) 554, on ε²; Plischke, Borgonovo & Smith, European J. Operational Research 226
/// (2013) 536, on indices from given points; Efron & Tibshirani, An Introduction to the Bootstrap
/// (1993), chapter 10, on bias.
CorrelationRatios correlation_ratios(const Matrix& values, const Vector& answers,
                                     const Draws& draws);

}  // namespace entente

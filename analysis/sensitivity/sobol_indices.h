#pragma once

#include <cstdint>
#include <vector>

#include "analysis/sensitivity/bootstrap.h"

namespace entente {

/// How much of the variance of an outcome over the points of a study each parameter accounts for.
struct SobolIndices {
  std::vector<Estimate> first;      ///< of each parameter: the share that it explains by itself
  std::vector<Estimate> total;      ///< and with all its interactions
  double mean = 0.0;                ///< of the outcome over all points
  Estimate deviation;               ///< √V of its expectation over the points
  Estimate noise;                   ///< share of the variance of single runs that replicates make
  std::uint64_t rows = 0;           ///< of the design that were used
  std::uint64_t rows_left_out = 0;  ///< because a run of theirs is missing
  bool noise_separated = false;     ///< whether there were replicates to do so
};

/// The Sobol indices of the expectation f(x) = E[y | x] of an outcome over a Saltelli design of k
/// parameters. `answers`: points × replicates, NaN where a run is missing; a row of the design of
/// which any run is missing is left out.
///
/// With A, B and ABᵢ the points of a row, and ⟨a, b⟩ the mean of a_r b_s over all pairs r ≠ s of
/// replicates, which is free of their noise whatever they share,
///
///   V     = mean over A and B of ⟨y − ȳ, y − ȳ⟩
///   Sᵢ V  = mean of ⟨y(B) − ȳ, y(ABᵢ) − y(A)⟩       (Saltelli et al. 2010)
///   Tᵢ V  = ½ mean of ⟨y(ABᵢ) − y(A), y(ABᵢ) − y(A)⟩  (Jansen 1999)
///
/// where ȳ is each replicate's mean over A and B. With a single replicate ⟨a, b⟩ is a b, and the
/// indices are those of single runs, noise included. The noise is the mean variance of replicates
/// within a point, as a share of itself plus V. Indices of an outcome that does not vary are NaN.
///
/// Sources: Saltelli et al., Comput. Phys. Commun. 181 (2010) 259, table 2 (b) and (f).
SobolIndices sobol_indices(const Matrix& answers, std::size_t parameters, const Draws& draws);

}  // namespace entente

#pragma once

#include <vector>

#include "analysis/design/saltelli.h"
#include "analysis/sensitivity/blocks.h"
#include "sim/core/draws.h"

namespace entente {

/// How much of an answer is chance: the draws of its replicate, and no parameter.
struct ReplicateNoise {
  /// σ_w² / (V + σ_w²): what share of the variance of single runs, each at a point of its own, is
  /// chance. Its interval speaks of the points drawn, given the replicates.
  Estimate share;
  double within = 0.0;       ///< σ_w²: variance between the replicates of one point
  double interaction = 0.0;  ///< σ_rx²: the part of it that differs from point to point
};

/// Sobol's indices of one answer.
struct SobolIndices {
  struct Shares {
    Estimate first;  ///< S: the share of variance due to the parameter alone
    Estimate total;  ///< T: the same with all its interactions
  };
  std::vector<Shares> parameters;
  double mean = 0.0;      ///< of the expected answer over all points
  double variance = 0.0;  ///< V: of the expected answer
  ReplicateNoise noise;
  std::uint64_t replicates = 0;
  Coverage coverage;  ///< in rows

  /// Whether replicate noise is known and taken out. Not of a single replicate: the indices are
  /// then those of the answer under that replicate's draws.
  bool free_of_noise() const { return replicates > 1; }
};

/// Sobol's indices from the answers at the points of a Saltelli design, points × replicates, NaN
/// where an answer is missing; what is left out then, `Blocks` says.
///
/// They are those of the expected answer f(x) = E_r y(x, r), not of single runs. Replicate r has
/// the same random numbers at every point:
///
///   y(x, r) = f(x) + c_r + e_r(x)
///
/// c_r cancels in every difference and is taken out of each replicate by its mean over A and B;
/// z = y − ȳ_r. Means over R replicates still hold e, which would add σ_rx²/R to V and to the
/// numerators as much as e depends on the parameter. With ⟨a, b⟩, the product of expectations over
/// replicates without that bias (`product_of_expectations`), n rows, and sums over the points of A
/// and B,
///
///   V   = (Σ ⟨z, z⟩ − (Σ z̄)² / 2n) / (2n − 1)  =  Var(z̄) − MS_residual / R
///   S_i = mean_rows ⟨z_B, z_ABi − z_A⟩ / V                  (Saltelli et al. 2010, eq. b)
///   T_i = mean_rows ⟨z_A − z_ABi, z_A − z_ABi⟩ / 2V         (Jansen 1999)
///
/// no matter how e at one point goes with e at another: MS_residual is that of the two-way layout
/// of points and replicates, and if e is independent from point to point the corrections of V and
/// of Jansen's numerator are just that and Saltelli's has none on average.
///
/// Intervals are bootstrap intervals over rows. They speak of points, not of replicates: those that
/// happened to be drawn are taken as they are. NaN where fewer than two rows are left or V ≤ 0.
///
/// Source: Saltelli et al., Computer Physics Communications 181 (2010) 259; Jansen, Computer
/// Physics Communications 117 (1999) 35; Searle, Casella & McCulloch, Variance Components (1992),
/// chapter 4.
SobolIndices sobol_indices(const SaltelliLayout& layout, const Matrix& answers, const Draws& draws);

}  // namespace entente

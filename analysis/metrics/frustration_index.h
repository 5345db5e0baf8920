#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/types.h"

namespace entente {

/// The least frustration that any two camps leave in a signed network, and camps that attain it.
struct FrustrationIndex {
  double index = 0.0;        ///< the frustration of `camps`, in the unit of the ties
  std::vector<int> camps;    ///< ±1 of each actor; the first actor of each component is in camp +1
  double lower_bound = 0.0;  ///< no camps leave less; equal to `index` where it is proven
  bool proven = true;        ///< whether `index` is known to be the least
};

/// The line index of balance (frustration index): the least total strength of ties whose removal,
/// or change of sign, leaves a balanced network.
///
///   L = min_{c ∈ {±1}^N} Σ_{i<j} (|T_ij| − c_i T_ij c_j) / 2        T: N×N, symmetric, diagonal 0
///
/// Exact by branch and bound: each biconnected block by itself, bounded from below by the linear
/// program of its cycle inequalities (`CycleInequality`), from above by rounding that and switching
/// actors. Where ties are whole numbers, bounds are rounded up to whole numbers; otherwise a
/// relative 10⁻⁹ of all ties counts as nothing. Deterministic, of one thread.
///
/// `limit`: how many steps of the simplex method it may take over all blocks, each counted as often
/// as there are inequalities, before it gives up proving. Then `proven` is false, `index` that of
/// the best camps found and `lower_bound` what could be proven. T must be finite, symmetric and 0
/// on the diagonal, else it aborts.
///
/// Source: Harary, Behavioral Science 4 (1959) 316; Aref, Mason & Wilson, Networks 75 (2020) 95.
FrustrationIndex frustration_index(const Matrix& ties, std::int64_t limit = 200'000'000);

}  // namespace entente

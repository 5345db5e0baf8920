#pragma once

#include <vector>

#include "sim/core/types.h"

namespace entente {

/// How much more friendship and less enmity a partition holds within its groups than ties of the
/// same strengths would at random.
///
///   Q = Σ_ij [w⁺_ij − w⁻_ij − (k⁺_i k⁺_j / 2w⁺ − k⁻_i k⁻_j / 2w⁻)] δ(g_i, g_j) / (2w⁺ + 2w⁻)
///
/// w^±: the ties' positive and negative strengths, N×N; k^±_i = Σ_j w^±_ij; 2w^± = Σ_ij w^±_ij. A
/// term without ties of its sign, and Q without any tie, is 0. `groups`: a number for each actor,
/// any; T must be N×N, symmetric with diagonal 0 (else it aborts). Q < 1, and 0 for one group of
/// all; without negative ties it is Newman's modularity.
///
/// Source: Gómez, Jensen & Arenas, Physical Review E 80 (2009) 016114.
double signed_modularity(const Matrix& ties, const std::vector<int>& groups);

}  // namespace entente

#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/draws.h"
#include "sim/core/types.h"

namespace entente {

/// Axelrod & Bennett's landscape: how badly two camps (±1 of each actor) suit the actors.
///
///   E(X) = Σ_{i≠j} s_i s_j p_ij d_ij(X)        d_ij: 0 in the same camp, 1 in different ones
///
/// s: N sizes, p: N×N propensities to work together, symmetric. The sum is over ordered pairs, so
/// that each pair counts twice: it is what reproduces published energies (Axelrod & Furnas's Syria
/// of 2016). Camps have no names: X and −X are one configuration, of 2^(N−1), written with actor 0
/// in camp +1.
///
/// Source: Axelrod & Bennett, British Journal of Political Science 23 (1993) 211.
class Landscape {
 public:
  /// Aborts unless p is N×N, symmetric and finite and N > 0; its diagonal does not count.
  Landscape(const Vector& size, const Matrix& propensity);

  Index actors() const { return pull_.rows(); }
  /// s_i s_j p_ij, N×N, diagonal 0: a signed network of which E is twice the frustration less twice
  /// the strength of the pairs that do not suit (Σ over i < j with p_ij < 0).
  const Matrix& pull() const { return pull_; }
  double energy(const std::vector<int>& camps) const;

 private:
  Matrix pull_;
};

/// A local minimum, where no actor's move lowers the energy, and what leads to it. Moves that leave
/// the energy as it is (within 10⁻¹² of Σ |s_i s_j p_ij|) do not unmake a minimum: five equal foes
/// have ten.
struct Basin {
  std::vector<int> camps;
  double energy = 0.0;
  /// How many configurations descend to it.
  std::int64_t configurations = 0;
};

/// Where a configuration leads: one actor at a time moves, the one that lowers the energy most, of
/// equals that of the lowest number.
std::vector<int> descended(const Landscape& landscape, const std::vector<int>& camps);

/// Every local minimum, the deepest first, with the sizes of their basins, Σ = 2^(N−1). By going
/// through all configurations, for at most 28 actors (else it aborts), in 2^(N−1) bytes.
std::vector<Basin> basins(const Landscape& landscape);

/// The local minima to which `descents` random configurations lead, the deepest first;
/// `configurations` counts the descents. For any number of actors; `descents` < 2²⁸.
std::vector<Basin> sampled_basins(const Landscape& landscape, const Draws& draws,
                                  std::int64_t descents);

/// The deepest point of a landscape, as far as it could be proven.
struct DeepestPoint {
  std::vector<int> camps;
  double energy = 0.0, lower_bound = 0.0;
  bool proven = true;  ///< else the energy is the least found and none lies below the bound
};

/// By the frustration index of the pull, for any number of actors; `limit` as there.
DeepestPoint deepest_point(const Landscape& landscape, std::int64_t limit = 200'000'000);

}  // namespace entente

#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Transitive triplets: ties i→h, h→j, i→j; a notch toward j may close the triplet or open it.
///
///   q_ij += θ Σ_h S_ih (S_hj + S_jh)
///
/// This is the true difference of the objective θ Σ_jh S_ij S_ih S_hj when ℓ_ij moves by one notch:
/// the sum is linear in S_ij, since no term of it holds S_ij twice.
///
/// Source: Snijders, Sociological Methodology 31 (2001) 361.
struct TransitiveTriplets {
  static constexpr std::string_view name = "transitive_triplets";
  static constexpr std::string_view equation = "q_ij += θ Σ_h S_ih (S_hj + S_jh)";
  static constexpr std::string_view source = "Snijders 2001";
  static constexpr std::string_view meaning =
      "the structural effect of the actor-oriented literature: i→h→j with i→j";
  double weight = 0.0;

  void add(const World& world, Index i, RowVector& q) const {
    const Levels& sanctions = world.sanctions();
    for (const auto& [h, to_h] : sanctions.held_by(i)) {
      for (const auto& [j, onward] : sanctions.held_by(h)) q(j) += weight * to_h * onward;
      for (const auto& [j, inward] : sanctions.held_on(h)) q(j) += weight * to_h * inward;
    }
  }
};

}  // namespace entente::sanctions

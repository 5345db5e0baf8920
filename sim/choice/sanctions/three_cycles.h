#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Three-cycles: ties i→j, j→h, h→i; a notch toward j may close the cycle or open it.
///
///   q_ij += θ Σ_h S_jh S_hi        S: N×N intensity of sanctions
///
/// This is the true difference of the objective θ Σ_jh S_ij S_jh S_hi when ℓ_ij moves by one notch:
/// the sum is linear in S_ij, since with i, j and h apart no term of it holds S_ij twice, and where
/// two of them are the same the term is 0.
///
/// Source: Snijders, van de Bunt & Steglich, Social Networks 32 (2010) 44: three-cycles.
struct ThreeCycles {
  static constexpr std::string_view name = "three_cycles";
  static constexpr std::string_view equation = "q_ij += θ Σ_h S_jh S_hi";
  static constexpr std::string_view source = "Snijders, van de Bunt & Steglich 2010";
  static constexpr std::string_view meaning =
      "the structural effect of the actor-oriented literature: i→j→h→i, generalized exchange";
  double weight = 0.0;

  void add(const World& world, Index i, RowVector& q) const {
    const Levels& sanctions = world.sanctions();
    for (const auto& [h, from_h] : sanctions.held_on(i))
      for (const auto& [j, onward] : sanctions.held_on(h)) q(j) += weight * from_h * onward;
  }
};

}  // namespace entente::sanctions

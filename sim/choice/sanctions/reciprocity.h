#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Reciprocity: the structural effect of the actor-oriented literature; adds to retaliation.
///
///   q_ij += θ S_ji
///
/// Source: Snijders, Sociological Methodology 31 (2001) 361.
struct Reciprocity {
  static constexpr std::string_view name = "reciprocity";
  static constexpr std::string_view equation = "q_ij += θ S_ji";
  static constexpr std::string_view source = "Snijders 2001";
  static constexpr std::string_view meaning =
      "the structural effect of the actor-oriented literature; adds to retaliation";
  double weight = 0.0;

  void add(const World& world, Index i, RowVector& q) const {
    for (const auto& [j, intensity] : world.sanctions().held_on(i)) q(j) += weight * intensity;
  }
};

}  // namespace entente::sanctions

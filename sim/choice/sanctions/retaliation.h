#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Retaliation: sanctions are answered in kind.
///
///   q_ij += θ S_ji        S_ji: intensity of the target's sanctions on the sender
///
/// Source: Cranmer, Heinrich & Desmarais, Social Networks 36 (2014) 5: reciprocity of sanctions.
struct Retaliation {
  static constexpr std::string_view name = "retaliation";
  static constexpr std::string_view equation = "q_ij += θ S_ji";
  static constexpr std::string_view source = "Cranmer, Heinrich & Desmarais 2014";
  static constexpr std::string_view meaning =
      "how much the target's own sanctions favour sanctions on it";
  double weight = 1.5;

  void add(const World& world, Index i, RowVector& q) const {
    for (const auto& [j, intensity] : world.sanctions().held_on(i)) q(j) += weight * intensity;
  }
};

}  // namespace entente::sanctions

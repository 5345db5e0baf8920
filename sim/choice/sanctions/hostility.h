#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Hostility: adversaries are sanctioned sooner than friends.
///
///   q_ij −= θ A_ij        A: N×N alignment
///
/// Source: Drezner, International Studies Quarterly 42 (1998) 709, on sanctions among adversaries.
struct Hostility {
  static constexpr std::string_view name = "hostility";
  static constexpr std::string_view equation = "q_ij −= θ A_ij";
  static constexpr std::string_view source = "Drezner 1998";
  static constexpr std::string_view meaning =
      "how much hostility towards the target favours sanctions";
  double weight = 4.0;

  void add(const World& world, Index i, RowVector& q) const {
    q -= weight * world.alignment.row(i);
  }
};

}  // namespace entente::sanctions

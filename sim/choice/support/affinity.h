#pragma once

#include "sim/core/world.h"

namespace entente::support {

/// Affinity: one supports one's friends.
///
///   q_ij += θ A_ij        A: N×N alignment
///
/// Source: Maoz, Terris, Kuperman & Talmud, Journal of Politics 69 (2007) 100.
struct Affinity {
  static constexpr std::string_view name = "affinity";
  static constexpr std::string_view equation = "q_ij += θ A_ij";
  static constexpr std::string_view source = "Maoz et al. 2007";
  static constexpr std::string_view meaning =
      "how much alignment with the belligerent favours supporting it";
  double weight = 4.0;

  void add(const World& world, Index i, RowVector& q) const {
    q += weight * world.alignment.row(i);
  }
};

}  // namespace entente::support

#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Violation: an aggressor is sanctioned, by those whom it has as adversaries.
///
///   q_ij += θ v_j max(0, −A_ij)        v: N violations, v_j = max_k h_k max(σ_jk, 0)
///
/// Source: Morgan, Bapat & Kobayashi, CMPS 31 (2014) 541: military disputes as sanctions' issue.
struct Violation {
  static constexpr std::string_view name = "violation";
  static constexpr std::string_view equation = "q_ij += θ v_j max(0, −A_ij)";
  static constexpr std::string_view source = "Morgan, Bapat & Kobayashi 2014";
  static constexpr std::string_view meaning =
      "how much the target's part in aggression favours sanctions by its adversaries";
  double weight = 4.0;

  void add(const World& world, Index i, RowVector& q) const {
    q.array() += weight * world.violation().array() * (-world.alignment.row(i)).array().max(0.0);
  }
};

}  // namespace entente::sanctions

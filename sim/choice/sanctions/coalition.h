#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Coalition: one sanctions those whom one's friends sanction.
///
///   q_ij += θ Σ_k a⁺_ik S_kj,   a⁺_ik = max(A_ik, 0) / Σ_k max(A_ik, 0)   (0 if there is no
///   friend)
///
/// S: N×N intensity of sanctions. Source: Martin, Coercive Cooperation (1992).
struct Coalition {
  static constexpr std::string_view name = "coalition";
  static constexpr std::string_view equation =
      "q_ij += θ Σ_k a⁺_ik S_kj,  a⁺_ik = max(A_ik, 0) / Σ_k max(A_ik, 0)";
  static constexpr std::string_view source = "Martin 1992";
  static constexpr std::string_view meaning =
      "how much friends' sanctions on the target favour one's own";
  double weight = 4.0;

  void add(const World& world, Index i, RowVector& q) const {
    const auto friendship = world.alignment.row(i).cwiseMax(0.0);
    const double total = friendship.sum();
    if (total == 0.0) return;
    thread_local RowVector say;  // kept, so that a choice allocates nothing
    say = weight * friendship / total;
    for (const auto& [k, j, intensity] : world.sanctions().held()) q(j) += say(k) * intensity;
  }
};

}  // namespace entente::sanctions

#pragma once

#include "sim/core/world.h"

namespace entente::support {

/// Enmity: one supports whoever fights one's enemies.
///
///   q_ij −= θ · mean over j's enemies e of A_ie
///
/// j's enemies are the declared belligerents on the other side of an active conflict; an actor that
/// is itself among them counts with A_ii = 0.
///
/// Source: Maoz, Terris, Kuperman & Talmud, Journal of Politics 69 (2007) 100.
struct Enmity {
  static constexpr std::string_view name = "enmity";
  static constexpr std::string_view equation = "q_ij −= θ mean over j's enemies e of A_ie";
  static constexpr std::string_view source = "Maoz et al. 2007";
  static constexpr std::string_view meaning =
      "how much hostility towards the belligerent's enemies favours supporting it";
  double weight = 3.0;

  void add(const World& world, Index i, RowVector& q) const {
    for (const Index j : world.belligerents()) {
      const auto& enemies = world.enemies(j);
      if (enemies.empty()) continue;
      double sum = 0.0;
      for (const Index e : enemies) sum += world.alignment(i, e);
      q(j) -= weight * sum / static_cast<double>(enemies.size());
    }
  }
};

}  // namespace entente::support

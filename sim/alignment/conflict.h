#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Conflict: co-belligerents draw together, opponents apart.
///
///   F += χ Σ_k h_k σ_ik σ_jk        σ: C×N effective sides, h: C intensities; χ per year
///
/// Source: Maoz, Terris, Kuperman & Talmud, Journal of Politics 69 (2007) 100.
struct ConflictSides {
  static constexpr std::string_view name = "conflict";
  static constexpr std::string_view equation = "F += χ Σ_k h_k σ_ik σ_jk";
  static constexpr std::string_view source = "co-belligerence and enmity; Maoz et al. 2007";
  double rate = 0.5;

  static constexpr auto parameters() {
    return std::tuple{
        Parameter{&ConflictSides::rate, "rate", "1/yr", at_least(0),
                  "how fast full co-belligerence raises, and enmity lowers, alignment"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    for (Index k = 0; k < world.conflicts(); ++k) {
      if (world.intensity(k) == 0.0) continue;
      const auto side = world.side().row(k);
      for (Index a = i.first; a < i.first + i.count; ++a)
        if (side(a) != 0.0) drift.forcing({a, 1}) += rate * world.intensity(k) * side(a) * side;
    }
  }
};

}  // namespace entente

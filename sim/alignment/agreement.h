#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Agreement: like-minded actors draw closer, by the S-score of their positions.
///
///   F += α (1 − Σ_k s̄_ijk |x_ik − x_jk|),   s̄_ijk = (s_ik + s_jk) / 2;   0 where K = 0
///
/// x: N×K positions in [−1, 1], s: N×K salience, rows summing to 1; α per year. The bracket is S in
/// [−1, 1], since positions lie at most 2 apart.
///
/// Source: Signorino & Ritter, International Studies Quarterly 43 (1999) 115.
struct Agreement {
  static constexpr std::string_view name = "agreement";
  static constexpr std::string_view equation =
      "F += α (1 − Σ_k s̄_ijk |x_ik − x_jk|),  s̄ = (s_ik + s_jk) / 2";
  static constexpr std::string_view source = "Signorino & Ritter 1999";
  double rate = 0.2;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Agreement::rate, "rate", "1/yr", at_least(0),
                                "how fast full agreement on all issues raises alignment"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    if (world.issues() == 0) return;
    for (Index a = i.first; a < i.first + i.count; ++a) {
      auto forcing = drift.forcing({a, 1}).array();
      forcing += rate;
      for (Index k = 0; k < world.issues(); ++k)
        forcing -= rate * 0.5 * (world.salience(a, k) + world.salience.col(k).transpose().array()) *
                   (world.position(a, k) - world.position.col(k).transpose().array()).abs();
    }
  }
};

}  // namespace entente

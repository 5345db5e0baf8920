#pragma once

#include <algorithm>
#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// How few partners actors' exchange hangs on: the Herfindahl–Hirschman index of each one's
/// partners, mean over the actors who trade.
///
///   H = mean_i Σ_j (D_ij / Σ_k D_ik)²        D: N×N dependence
///
/// An actor who trades with nobody has no partners to be concentrated on and does not count; 0
/// where nobody trades. Otherwise in [1/(N − 1), 1]: from all partners alike to a single one each.
///
/// Source: Hirschman, National Power and the Structure of Foreign Trade (1945); Hirschman, American
/// Economic Review 54 (1964) 761.
struct DependenceConcentration {
  static constexpr std::string_view name = "dependence_concentration";
  static constexpr std::string_view unit = "index";
  static constexpr std::string_view equation = "mean_i Σ_j (D_ij / Σ_k D_ik)²";
  static constexpr std::string_view meaning =
      "Herfindahl index of an actor's trade partners, mean over the actors who trade";
  static constexpr std::string_view source = "Hirschman 1945, 1964";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const {
    double concentration = 0.0;
    int traders = 0;
    for (Index i = 0; i < seen.actors(); ++i) {
      const auto partners = seen.world().dependence.row(i);
      const double all = partners.sum();
      if (all <= 0.0) continue;
      concentration += (partners / all).squaredNorm();
      ++traders;
    }
    return traders > 0 ? std::min(concentration / traders, 1.0) : 0.0;
  }
};

}  // namespace entente

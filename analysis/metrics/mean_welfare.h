#pragma once

#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// What the world's real income has gained or lost since the start, through exchange.
///
///   Σ_i ω_i W_i,   W_i = (D_i0(t) / D_i0(0))^(−1/ε) − 1        ω: N capability shares
///
/// Over the actors who supply something to themselves, at the start and now (D_i0 > 0), for whom
/// alone W is defined; ω is renormalised to them, and where there are none the value is 0. Above
/// −1; −0.01 is a loss of one per cent.
///
/// Source: Arkolakis, Costinot & Rodríguez-Clare, American Economic Review 102 (2012) 94.
struct MeanWelfare {
  static constexpr std::string_view name = "mean_welfare";
  static constexpr std::string_view unit = "share of real income";
  static constexpr std::string_view equation = "Σ_i ω_i [(D_i0(t) / D_i0(0))^(−1/ε) − 1]";
  static constexpr std::string_view meaning =
      "real income gained since the start, capability-weighted mean over actors";
  static constexpr std::string_view source = "Arkolakis, Costinot & Rodríguez-Clare 2012";
  static constexpr Bounds bounds = above(-1);

  double operator()(const Observation& seen) const {
    const World& world = seen.world();
    double gained = 0.0, counted = 0.0;
    for (Index i = 0; i < seen.actors(); ++i) {
      if (world.home_at_start(i) <= 0.0 || world.home_share(i) <= 0.0) continue;
      gained += world.share(i) * welfare(world, seen.simulation().dynamics().dependence, i);
      counted += world.share(i);
    }
    return counted > 0.0 ? gained / counted : 0.0;
  }
};

}  // namespace entente

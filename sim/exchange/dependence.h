#pragma once

#include <tuple>

#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Exchange answers alignment and sanctions as a logit over partners, home being one of them
/// (Armington/gravity; the model page, section 5):
///
///   V_ij = G_ij exp(η A_ij − ζ_i D_ij) (1 − τ S_ij)(1 − τ S_ji),   V_i0 = G_i0
///   D*_ij = V_ij / (V_i0 + Σ_k V_ik),    dD/dt = r (D* − D)
///
/// D: N×N shares of i's absorption, G: N×N benchmarked gravity, S: N×N intensity of sanctions;
/// r per year.
///
/// Source: Anderson & van Wincoop, American Economic Review 93 (2003) 170; Hirschman (1945).
struct ExchangeDynamics {
  double alignment = 1.0;
  double blockade = 0.8;
  double rate = 1.0;
  double diversification = 1.0;
  double floor = 1e-6;
  double elasticity = 5.0;

  static constexpr auto parameters() {
    using Self = ExchangeDynamics;
    return std::tuple{
        Parameter{&Self::alignment, "alignment", "", at_least(0),
                  "η: how much alignment with a partner draws exchange to it"},
        Parameter{&Self::blockade, "blockade", "", Bounds{0.0, 1.0, false, true},
                  "τ: the share of exchange that full sanctions, either way, cut"},
        Parameter{&Self::rate, "rate", "1/yr", at_least(0),
                  "r: how fast shares adjust to what alignment and sanctions call for"},
        Parameter{&Self::diversification, "diversification", "", at_least(0),
                  "ζ: the common drive away from large shares"},
        Parameter{&Self::floor, "floor", "", Bounds{0.0, 1.0, true, true},
                  "the least initial share, so that new ties can grow"},
        Parameter{&Self::elasticity, "elasticity", "", above(0),
                  "ε: the trade elasticity that turns home shares into welfare"}};
  }
};

/// Advances rows i of D by one Euler step of `years`. A row's motion depends on no other row of D.
void advance_exchange(World& world, const ExchangeDynamics& dynamics, Rows i, double years);

/// G_ij of the base scenario: with the common ζ, the initial shares are at rest. G_i0 is the home
/// share itself.
Matrix benchmark_gravity(const World& world, const ExchangeDynamics& dynamics);

/// What i's real income has lost or gained since the start: (D_i0(t) / D_i0(0))^(−1/ε) − 1.
///
/// Source: Arkolakis, Costinot & Rodríguez-Clare, American Economic Review 102 (2012) 94.
double welfare(const World& world, const ExchangeDynamics& dynamics, Index i);

}  // namespace entente

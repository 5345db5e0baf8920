#pragma once

#include <tuple>

#include "sim/choice/covariate_effects.h"
#include "sim/choice/deterrence.h"
#include "sim/choice/sanctions/catalogue.h"
#include "sim/choice/support/catalogue.h"
#include "sim/core/levels.h"

namespace entente {

/// What the two choice layers have in common: how often actors choose, between how many levels,
/// and what any change costs (the model page, section 4).
struct ChoiceRules {
  double rate = 6.0;
  int levels = 4;
  double change = 3.0;
  double saturation = 1.5;
  Calibration benchmark = Calibration::revealed;

  static constexpr auto parameters() {
    using Self = ChoiceRules;
    return std::tuple{
        Parameter{&Self::rate, "rate", "1/yr", at_least(0),
                  "λ: opportunities to change a level, per actor"},
        Parameter{&Self::levels, "levels", "", between(1, 100), "L: the highest level"},
        Parameter{&Self::change, "change", "", any_real(), "θ_change: what any change costs"},
        Parameter{&Self::saturation, "saturation", "", at_least(0),
                  "θ_saturation: how fast further notches lose their value"},
        Parameter{&Self::benchmark, "benchmark", "", any_real(),
                  "whether initial levels reveal what the effects do not say"}};
  }
};

/// All parameters of one choice layer.
template <class Effects>
struct LayerDynamics {
  ChoiceRules rules;
  Effects effects;
  Deterrence deterrence;
  CovariateEffects covariates;

  /// q_i, the utility per notch of i's level toward every other actor, N.
  void utility_per_notch(const World& world, Index i, RowVector& q) const {
    q.setZero(world.actors());
    std::apply(
        [&](const auto&... effect) {
          ((effect.weight != 0.0 ? effect.add(world, i, q) : void()), ...);
        },
        effects);
    covariates.add(world, i, q);
  }
};

using SanctionsDynamics = LayerDynamics<sanctions::Effects>;
using SupportDynamics = LayerDynamics<support::Effects>;

struct ChoiceDynamics {
  SanctionsDynamics sanctions;
  SupportDynamics support{
      .rules = {.rate = 4.0}, .effects = {}, .deterrence = {}, .covariates = {}};

  const ChoiceRules& rules(ChoiceLayer layer) const {
    return layer == ChoiceLayer::sanctions ? sanctions.rules : support.rules;
  }
  const Deterrence& deterrence(ChoiceLayer layer) const {
    return layer == ChoiceLayer::sanctions ? sanctions.deterrence : support.deterrence;
  }
  void utility_per_notch(ChoiceLayer layer, const World& world, Index i, RowVector& q) const {
    if (layer == ChoiceLayer::sanctions) return sanctions.utility_per_notch(world, i, q);
    support.utility_per_notch(world, i, q);
  }
};

}  // namespace entente

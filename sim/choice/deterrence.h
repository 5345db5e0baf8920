#pragma once

#include <string_view>

#include "sim/core/world.h"

namespace entente {

/// Deterrence: a step that would call in threats costs what they are expected to take.
///
///   u(step of i) −= θ Σ_τ p_τ (level_τ / L) D_{i,by(τ)}
///
/// over the standing threats τ that the step would trigger: commitments whose condition is on the
/// very level that moves, does not hold, would hold after the step, and whose response raises the
/// issuer's sanctions on i. p: credibility; D: N×N dependence. It bears on the one step and is
/// therefore no part of q, nor of what initial levels reveal.
///
/// Source: Schelling, Arms and Influence (1966); Fearon, American Political Science Review 88
/// (1994) 577.
struct Deterrence {
  static constexpr std::string_view name = "deterrence";
  static constexpr std::string_view equation =
      "u(step of i) −= θ Σ_τ p_τ (level_τ / L) D_{i,by(τ)}";
  static constexpr std::string_view source = "Schelling 1966; Fearon 1994";
  static constexpr std::string_view meaning =
      "how much the expected cost of threats that a step would trigger weighs against it";
  double weight = 100.0;

  /// What moving ℓ_ij by `step` notches is expected to cost i, in utility.
  double cost(const World& world, ChoiceLayer layer, Index i, Index j, int step) const;
  /// What one commitment contributes to that, if the level that triggers it moves so.
  double cost(const World& world, std::size_t commitment, int step) const;
};

}  // namespace entente

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "sim/core/world.h"

namespace entente {

/// Effects of the scenario's own covariates on a layer's choices, each with its weight θ by name:
///
///   ego         q_ij += θ x_i                    what the actor is (regime type, capability)
///   alter       q_ij += θ x_j                    what the target is
///   similarity  q_ij += θ (1 − |x_i − x_j| / range of x), less its mean over dyads
///   dyadic      q_ij += θ w_ij                   what lies between them (distance, language)
///
/// Source: the egoX, altX, simX and X effects of Snijders, van de Bunt & Steglich, Social Networks
/// 32 (2010) 44.
struct CovariateEffects {
  using Weights = std::map<std::string, double, std::less<>>;
  Weights ego, alter, similarity, dyadic;

  /// Calls `f(family, weights)` on each family in turn.
  template <class Self, class F>
  static void for_each_family(Self& self, F&& f) {
    f(std::string_view("ego"), self.ego);
    f(std::string_view("alter"), self.alter);
    f(std::string_view("similarity"), self.similarity);
    f(std::string_view("dyadic"), self.dyadic);
  }

  void add(const World& world, Index i, RowVector& q) const;
};

}  // namespace entente

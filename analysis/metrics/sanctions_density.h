#pragma once

#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// How common sanctions are: the share of ordered dyads with any.
///
///   #{(i, j): S_ij > 0} / (N (N − 1))        S: N×N intensity of sanctions; 0 where N < 2
///
/// In [0, 1].
///
/// Source: the density of a directed graph, Wasserman & Faust, Social Network Analysis (1994),
/// chapter 4.
struct SanctionsDensity {
  static constexpr std::string_view name = "sanctions_density";
  static constexpr std::string_view unit = "share";
  static constexpr std::string_view equation = "#{(i, j): S_ij > 0} / (N (N − 1))";
  static constexpr std::string_view meaning = "the share of ordered dyads with any sanctions";
  static constexpr std::string_view source = "Wasserman & Faust 1994";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const {
    const auto held = seen.world().sanctions().intensity().array() > 0.0;
    return seen.actors() < 2 ? 0.0 : static_cast<double>(held.count()) / seen.dyads();
  }
};

}  // namespace entente

#pragma once

#include <algorithm>
#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// How heavy sanctions are: their mean level over ordered dyads, as a share of the highest level.
///
///   Σ_{i≠j} S_ij / (N (N − 1))        S = level / L: N×N intensity of sanctions; 0 where N < 2
///
/// In [0, 1]; times L it is the mean number of notches.
///
/// Source: the mean tie of a valued graph, Wasserman & Faust, Social Network Analysis (1994),
/// chapter 4.
struct SanctionsIntensity {
  static constexpr std::string_view name = "sanctions_intensity";
  static constexpr std::string_view unit = "share of the highest level";
  static constexpr std::string_view equation = "Σ_{i≠j} S_ij / (N (N − 1))";
  static constexpr std::string_view meaning = "the mean level of sanctions over ordered dyads";
  static constexpr std::string_view source = "Wasserman & Faust 1994";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const {
    const Matrix& intensity = seen.world().sanctions().intensity();
    return seen.actors() < 2 ? 0.0 : std::min(intensity.sum() / seen.dyads(), 1.0);
  }
};

}  // namespace entente

#pragma once

#include <algorithm>
#include <string_view>

#include "analysis/metrics/camps.h"
#include "analysis/metrics/observation.h"

namespace entente {

/// How much of the world's ties two camps cannot satisfy: friends across the line and foes within.
///
///   (1 − Σ_ij c_i Ā_ij c_j / Σ_ij |Ā_ij|) / 2        c: N camps ±1, Ā = (A + Aᵀ)/2, diagonal 0
///
/// The camps are those of the leading eigenvector (`camps`), so this bounds from above the least
/// frustration that any two camps leave. In [0, 1]; 0 where there is no tie.
///
/// Source: the complexity of a signed graph, Abelson & Rosenberg, Behavioral Science 3 (1958) 1;
/// Aref & Wilson, J. Complex Networks 7 (2019) 163.
struct Frustration {
  static constexpr std::string_view name = "frustration";
  static constexpr std::string_view unit = "share";
  static constexpr std::string_view equation =
      "(1 − Σ_ij c_i Ā_ij c_j / Σ_ij |Ā_ij|) / 2, c = sign of the leading eigenvector of Ā";
  static constexpr std::string_view meaning =
      "the share of ties, by strength, that run against the two camps";
  static constexpr std::string_view source = "Abelson & Rosenberg 1958; Aref & Wilson 2019";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const {
    const double strength = seen.ties().cwiseAbs().sum();
    const Vector side = camps_of(seen.leading().vector);
    const double satisfied = side.dot(seen.ties() * side);
    return strength > 0.0 ? std::clamp(0.5 * (1.0 - satisfied / strength), 0.0, 1.0) : 0.0;
  }
};

}  // namespace entente

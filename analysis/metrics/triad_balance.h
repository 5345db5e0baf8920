#pragma once

#include <string_view>

#include "analysis/metrics/observation.h"
#include "analysis/metrics/triads.h"

namespace entente {

/// The share of triads that are balanced: whose product of signs is positive.
///
///   (1 + tr σ³ / tr |σ|³) / 2        σ = sign of Ā = (A + Aᵀ)/2, N×N
///
/// Triads with a zero tie do not count. In [0, 1]; 1 where there is no triad: nothing is
/// unbalanced.
///
/// Source: Cartwright & Harary, Psychological Review 63 (1956) 277, the degree of balance on cycles
/// of length three.
struct TriadBalance {
  static constexpr std::string_view name = "triad_balance";
  static constexpr std::string_view unit = "share";
  static constexpr std::string_view equation = "(1 + tr σ³ / tr |σ|³) / 2, σ = sign((A + Aᵀ)/2)";
  static constexpr std::string_view meaning = "the share of signed triads that are balanced";
  static constexpr std::string_view source = "Cartwright & Harary 1956";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const { return balanced_share(seen.mutual()); }
};

}  // namespace entente

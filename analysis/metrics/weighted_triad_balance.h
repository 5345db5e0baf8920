#pragma once

#include <string_view>

#include "analysis/metrics/observation.h"
#include "analysis/metrics/triads.h"

namespace entente {

/// The share of triads that are balanced, each counted by the product of its ties' strengths.
///
///   (1 + tr Ā³ / tr |Ā|³) / 2        Ā = (A + Aᵀ)/2 with diagonal 0, N×N
///
/// In [0, 1]; 1 where there is no triad: nothing is unbalanced.
///
/// Source: Estrada & Benzi, Physical Review E 90 (2014) 042802, balance by weighted closed walks,
/// here of length three; Cartwright & Harary, Psychological Review 63 (1956) 277.
struct WeightedTriadBalance {
  static constexpr std::string_view name = "weighted_triad_balance";
  static constexpr std::string_view unit = "share";
  static constexpr std::string_view equation = "(1 + tr Ā³ / tr |Ā|³) / 2, Ā = (A + Aᵀ)/2";
  static constexpr std::string_view meaning =
      "the share of triads that are balanced, by the product of their ties' strengths";
  static constexpr std::string_view source = "Estrada & Benzi 2014; Cartwright & Harary 1956";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const { return weighted_balanced_share(seen.ties()); }
};

}  // namespace entente

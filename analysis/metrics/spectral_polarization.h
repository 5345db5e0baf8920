#pragma once

#include <algorithm>
#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// How far one line of division tells all there is to tell: the share of the variance of mutual
/// alignment on its leading eigenvector.
///
///   λ₁² / Σ_k λ_k²        λ: eigenvalues of Ā = (A + Aᵀ)/2 with diagonal 0, λ₁ the largest
///
/// Σ λ² = Σ_ij Ā_ij². In [0, 1]: (N − 1)/N, the most that a zero diagonal allows, where all ties
/// are equally strong and split the world into two perfect camps; 0 where there is no tie. One of
/// the camps may be empty: a world of friends is of one line too, so read it with the mean
/// alignment.
///
/// Source: explained variance, Jolliffe, Principal Component Analysis (2002), section 6.1; of a
/// matrix of agreement, Poole & Rosenthal, American J. Political Science 29 (1985) 357.
struct SpectralPolarization {
  static constexpr std::string_view name = "spectral_polarization";
  static constexpr std::string_view unit = "share";
  static constexpr std::string_view equation = "λ₁² / Σ_k λ_k², λ: eigenvalues of (A + Aᵀ)/2";
  static constexpr std::string_view meaning =
      "the share of the variance of alignment on its leading eigenvector";
  static constexpr std::string_view source = "Jolliffe 2002; Poole & Rosenthal 1985";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const {
    const double variance = seen.ties().squaredNorm();
    const double leading = seen.leading().value;
    return variance > 0.0 ? std::min(leading * leading / variance, 1.0) : 0.0;
  }
};

}  // namespace entente

#pragma once

#include <algorithm>
#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// Polarisation as antagonism felt: each actor's identification with its own side times its
/// alienation from the others (Esteban & Ray), on the distances that alignment makes.
///
///   P = 4 Σ_i ω_i φ_i a_i        φ_i = Σ_j ω_j max(1 − 2 d_ij, 0),   a_i = Σ_j ω_j d_ij
///   d_ij = (1 − Ā_ij) / 2 ∈ [0, 1] (i ≠ j), d_ii = 0;   Ā = (A + Aᵀ)/2, cut to [−1, 1]; ω: shares
///
/// This is Esteban & Ray's K Σ_i Σ_j π_i^(1+α) π_j d_ij with
/// - population shares π = capability shares ω: camps weigh by their power;
/// - identification felt with all whom i is aligned with, in proportion, as Duclos, Esteban & Ray
///   estimate it by a kernel. Actors of one camp never stand at exactly the same point; counting
///   only those who do would make P shrink as N^(−α), whatever the camps;
/// - α = 1: within the range (0, 1.6] that their axioms admit, the value for which the index
///   follows from a model of conflict (Esteban & Ray 2011) and the only one that keeps their
///   properties where distances are 0 or 1 (Montalvo & Reynal-Querol 2008);
/// - K = 4: two opposed camps of equal power have P = 1. As φ_i + a_i ≤ 1, and so φ_i a_i ≤ 1/4, no
///   world has more.
///
/// A world of clear-cut camps of shares π_g, friends within and foes across, has Reynal-Querol's
/// 4 Σ π_g² (1 − π_g); a neutral one of N equals 2 (N − 1)/N²; one of friends, or of one actor, 0.
///
/// Source: Esteban & Ray, Econometrica 62 (1994) 819; Duclos, Esteban & Ray, Econometrica 72 (2004)
/// 1737; Montalvo & Reynal-Querol, Economic Journal 118 (2008) 1835; Esteban & Ray, American
/// Economic Review 101 (2011) 1345.
struct Polarization {
  static constexpr std::string_view name = "polarization";
  static constexpr std::string_view unit = "index";
  static constexpr std::string_view equation =
      "4 Σ_i ω_i (Σ_j ω_j max(1 − 2 d_ij, 0)) (Σ_j ω_j d_ij), d_ij = (1 − Ā_ij)/2, d_ii = 0";
  static constexpr std::string_view meaning =
      "identification with one's side times alienation from the others; 1: two equal opposed camps";
  static constexpr std::string_view source =
      "Esteban & Ray 1994; Duclos, Esteban & Ray 2004; Montalvo & Reynal-Querol 2008";
  static constexpr Bounds bounds = between(0, 1);

  double operator()(const Observation& seen) const {
    const RowVector& share = seen.world().share;
    double antagonism = 0.0;
    for (Index i = 0; i < seen.actors(); ++i) {
      const auto alignment = seen.mutual().row(i).array().max(-1.0).min(1.0);
      // The zero diagonal reads as a distance of 1/2 to oneself, where there is none.
      const double identification = share(i) + (share.array() * alignment.max(0.0)).sum();
      const double alienation = 0.5 * ((share.array() * (1.0 - alignment)).sum() - share(i));
      antagonism += share(i) * identification * alienation;
    }
    return std::clamp(4.0 * antagonism, 0.0, 1.0);
  }
};

}  // namespace entente

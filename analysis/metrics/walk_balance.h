#pragma once

#include "sim/core/types.h"

namespace entente {

/// How near a signed network is to balance, by all closed walks, long ones counted less.
struct WalkBalance {
  double whole = 1.0;  ///< K ∈ (0, 1]: 1 where all is balanced
  Vector actors;       ///< K_i, N

  /// U = (1 − K)/(1 + K): walks that are unbalanced to each that is balanced.
  double unbalance() const { return (1.0 - whole) / (1.0 + whole); }
};

/// The balance of T, N×N, finite, symmetric with diagonal 0 (else it aborts):
///
///   K = tr exp(T) / tr exp(|T|),   K_i = exp(T)_ii / exp(|T|)_ii
///
/// By the eigenvalues and eigenvectors of each component, O(N³); for an actor without ties K_i = 1,
/// and in balanced components it is exactly 1. Ties of any strength: e^λ is taken relative to the
/// largest eigenvalue of |T|. K_i is good to about 10⁻¹⁶ of the most walked actor's exp(|T|)_ii in
/// its component.
///
/// Source: Estrada & Benzi, Physical Review E 90 (2014) 042802.
WalkBalance walk_balance(const Matrix& ties);

}  // namespace entente

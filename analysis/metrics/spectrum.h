#pragma once

#include "sim/core/types.h"

namespace entente {

/// A symmetric matrix's largest (algebraic) eigenvalue and a unit eigenvector of it.
struct Eigenpair {
  double value = 0.0;
  Vector vector;
};

/// (A + Aᵀ) / 2 off the diagonal and 0 on it, N×N: how each pair stand to each other.
Matrix symmetrised(const Matrix& alignment);

/// The leading eigenpair of a symmetric N×N matrix; the zero vector where that is all zero. Where
/// the largest eigenvalue is multiple the vector is one of its eigenspace, the same each time.
Eigenpair leading_eigenpair(const Matrix& symmetric);

}  // namespace entente

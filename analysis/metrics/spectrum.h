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

/// 1; or where the largest entry's size lies outside [2⁻³⁰⁰, 2³⁰⁰], the power of two that brings it
/// into [1, 2), so that no square or cube of the matrix overflows or vanishes.
double safe_scale(const Matrix& matrix);

/// The leading eigenpair of a symmetric N×N matrix of moderate entries; λ = 0 and the zero vector
/// where it is all zero. Where λ is multiple the vector is one of its eigenspace, the same each
/// time. The same bits for the same input; ‖S v − λ v‖ ≤ 10⁻¹⁴ ‖S‖.
///
/// Up to 64 rows by repeated squaring, from there by restarted Krylov subspaces.
///
/// Source: Golub & Van Loan, Matrix Computations (2013), sections 8.2 and 10.1.
Eigenpair leading_eigenpair(const Matrix& symmetric);

}  // namespace entente

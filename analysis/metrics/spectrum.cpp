#include "analysis/metrics/spectrum.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente {
namespace {

constexpr Index small_rows = 64;
constexpr Index krylov_size = 32;

/// By squaring P = S + 2 ‖S‖ I, which is positive, until one eigenvector is all that is left of it:
/// P^(2^k) / tr → v vᵀ. 50 squarings resolve eigenvalues to the last bit; 10 are usual.
Eigenpair by_squaring(const Matrix& s) {
  const Index n = s.rows();
  if (n == 0 || s.isZero(0.0)) return {0.0, Vector::Zero(n)};
  Matrix power = s, square(n, n);
  power.diagonal().array() += 2.0 * s.norm();
  power /= power.trace();
  for (int k = 0; k < 50; ++k) {
    // tr P² = Σ p² of the weights p of the eigenvectors in P, Σ p = 1. Squaring squares their
    // ratios, so what is left of the others after the next one is below the rounding.
    const bool last = power.squaredNorm() > 1.0 - 1e-9;
    square.noalias() = power * power;
    power = square / square.trace();
    if (last) break;
  }
  Index heaviest = 0;
  power.diagonal().maxCoeff(&heaviest);
  Vector v = power.col(heaviest).normalized();
  return {v.dot(s * v), std::move(v)};
}

/// A unit vector with no pattern that a world's camps could be orthogonal to.
Vector patternless(Index n) {
  constexpr double golden = 0.6180339887498949;
  Vector x(n);
  for (Index i = 0; i < n; ++i) {
    const double turn = golden * static_cast<double>(i + 1);
    x(i) = turn - std::floor(turn) - 0.5;
  }
  return x.normalized();
}

/// The best approximation (Rayleigh–Ritz) to the leading eigenpair from span {x, S x, S² x, …}.
Eigenpair best_in_krylov(const Matrix& s, const Vector& x) {
  const Index n = s.rows();
  Table basis(n, krylov_size), image(n, krylov_size);
  Vector next = x;
  Index size = 0;
  while (size < krylov_size) {
    basis.col(size) = next.normalized();
    image.col(size).noalias() = s * basis.col(size);
    next = image.col(size++);
    const double before = next.norm();
    const auto known = basis.leftCols(size);
    for (int twice = 0; twice < 2; ++twice) next -= known * (known.transpose() * next).eval();
    if (next.norm() <= 1e-15 * before) break;
  }
  const Matrix projected = basis.leftCols(size).transpose() * image.leftCols(size);
  Eigenpair best = by_squaring(projected);
  best.vector = (basis.leftCols(size) * best.vector).normalized();
  return best;
}

Eigenpair by_krylov(const Matrix& s) {
  const double tolerance = 4e-15 * s.norm();
  Eigenpair best{0.0, patternless(s.rows())};
  for (int restart = 0; restart < 1000; ++restart) {
    best = best_in_krylov(s, best.vector);
    if ((s * best.vector - best.value * best.vector).norm() <= tolerance) break;
  }
  return best;
}

}  // namespace

Matrix symmetrised(const Matrix& alignment) {
  Matrix mutual = 0.5 * alignment + 0.5 * alignment.transpose();
  mutual.diagonal().setZero();
  return mutual;
}

double safe_scale(const Matrix& matrix) {
  const double largest = matrix.size() > 0 ? matrix.cwiseAbs().maxCoeff() : 0.0;
  if (largest == 0.0 || std::abs(std::ilogb(largest)) < 300) return 1.0;
  // 2¹⁰⁰⁰ at most: the power that the least numbers ask for does not exist.
  return std::ldexp(1.0, std::min(-std::ilogb(largest), 1000));
}

Eigenpair leading_eigenpair(const Matrix& symmetric) {
  return symmetric.rows() <= small_rows ? by_squaring(symmetric) : by_krylov(symmetric);
}

}  // namespace entente

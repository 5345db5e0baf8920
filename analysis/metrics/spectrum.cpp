#include "analysis/metrics/spectrum.h"

#include <Eigen/Eigenvalues>

namespace entente {

Matrix symmetrised(const Matrix& alignment) {
  Matrix mutual = 0.5 * alignment + 0.5 * alignment.transpose();
  mutual.diagonal().setZero();
  return mutual;
}

Eigenpair leading_eigenpair(const Matrix& symmetric) {
  const Index n = symmetric.rows();
  if (n == 0 || symmetric.isZero(0.0)) return {0.0, Vector::Zero(n)};
  const Eigen::SelfAdjointEigenSolver<Matrix> solved(symmetric);
  return {solved.eigenvalues()(n - 1), solved.eigenvectors().col(n - 1)};
}

}  // namespace entente

#include "sim/core/covariates.h"

#include <utility>

namespace entente {
namespace {

Matrix similarity_of(const Vector& x) {
  const Index n = x.size();
  Matrix similarity = Matrix::Zero(n, n);
  const double range = n > 0 ? x.maxCoeff() - x.minCoeff() : 0.0;
  if (range == 0.0 || n < 2) return similarity;
  double sum = 0.0;
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j) {
      if (i == j) continue;
      similarity(i, j) = 1.0 - std::abs(x(i) - x(j)) / range;
      sum += similarity(i, j);
    }
  similarity.array() -= sum / static_cast<double>(n * (n - 1));
  similarity.diagonal().setZero();
  return similarity;
}

}  // namespace

Covariates::Covariates(Names actor_names, Table actor, Names dyadic_names,
                       std::vector<Matrix> dyadic)
    : actor_names_(std::move(actor_names)),
      dyadic_names_(std::move(dyadic_names)),
      actor_(std::move(actor)),
      dyadic_(std::move(dyadic)) {
  for (Index v = 0; v < actor_.cols(); ++v) similarity_.push_back(similarity_of(actor_.col(v)));
}

}  // namespace entente

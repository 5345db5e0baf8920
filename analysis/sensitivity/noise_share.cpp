#include "analysis/sensitivity/noise_share.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/sensitivity/bootstrap.h"

namespace entente {
namespace {

enum NoiseTerm : Index { of_mean, of_mean_squared, of_runs, of_error, noise_terms };

Vector finite_in(const RowVector& row) {
  std::vector<double> found;
  for (const double value : row)
    if (std::isfinite(value)) found.push_back(value);
  return Eigen::Map<const Vector>(found.data(), static_cast<Index>(found.size()));
}

/// Some answer: differences from it are exactly 0 where nothing varies.
double origin_of(const Matrix& answers) {
  const auto* end = answers.data() + answers.size();
  const auto* found =
      std::find_if(answers.data(), end, [](double value) { return std::isfinite(value); });
  return found == end ? 0.0 : *found;
}

/// Each replicate's mean over the points where it answers, `origin` off, or 0.
RowVector means_by_replicate(const Matrix& answers, double origin) {
  RowVector means = RowVector::Zero(answers.cols());
  for (Index r = 0; r < answers.cols(); ++r) {
    const Vector present = finite_in(answers.col(r).transpose().array() - origin);
    if (present.size() > 0) means(r) = present.mean();
  }
  return means;
}

double variance(const Vector& values) {
  return (values.array() - values.mean()).square().sum() / static_cast<double>(values.size() - 1);
}

}  // namespace

Estimate noise_share(const Matrix& answers, const Draws& draws) {
  const double origin = origin_of(answers);
  const RowVector means = means_by_replicate(answers, origin);
  std::vector<Index> points;
  for (Index p = 0; p < answers.rows(); ++p)
    if (finite_in(answers.row(p)).size() > 1) points.push_back(p);
  Matrix terms(static_cast<Index>(points.size()), noise_terms);
  for (Index n = 0; n < terms.rows(); ++n) {
    const RowVector row = answers.row(points[static_cast<std::size_t>(n)]).array() - origin;
    const Vector y = finite_in(row), z = finite_in(row - means);
    terms(n, of_mean) = z.mean();
    terms(n, of_mean_squared) = z.mean() * z.mean();
    terms(n, of_runs) = variance(y);
    terms(n, of_error) = variance(z) / static_cast<double>(z.size());
  }
  const auto count = static_cast<double>(terms.rows());
  const auto share = [count](const RowVector& mean) -> std::vector<double> {
    const double spread = mean(of_mean_squared) - mean(of_mean) * mean(of_mean);
    const double between = count / (count - 1.0) * spread - mean(of_error);
    return {mean(of_runs) / ((between < 0.0 ? 0.0 : between) + mean(of_runs))};
  };
  return bootstrapped(terms, share, draws).front();
}

}  // namespace entente

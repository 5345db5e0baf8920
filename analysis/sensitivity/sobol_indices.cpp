#include "analysis/sensitivity/sobol_indices.h"

#include <limits>

#include "analysis/sensitivity/bootstrap.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// What is summed over rows; after `fixed` ones, first-order and total numerator of each factor.
enum Term : Index { of_level, of_sum, of_squares, of_replicates, of_interaction, fixed };

/// Each replicate's mean over the points of A and B in the rows where it counts; `origin` off.
Vector replicate_means(const SaltelliLayout& layout, const Matrix& answers, double origin,
                       const std::vector<Block>& rows) {
  Vector sums = Vector::Zero(answers.cols()), points = Vector::Zero(answers.cols());
  for (const Block& row : rows)
    for (const Index r : row.replicates) {
      sums(r) += answers(row.first + static_cast<Index>(layout.a()), r) - origin +
                 answers(row.first + static_cast<Index>(layout.b()), r) - origin;
      points(r) += 2.0;
    }
  return sums.array() / points.array().max(1.0);
}

/// What one replicate after the other answers at a point, each less its own mean.
Vector centred(const Matrix& answers, Index point, double origin, const Vector& means,
               const std::vector<Index>& replicates) {
  Vector z(static_cast<Index>(replicates.size()));
  Index k = 0;
  for (const Index r : replicates) z(k++) = answers(point, r) - origin - means(r);
  return z;
}

/// The terms of all rows, rows × terms.
Matrix terms_of(const SaltelliLayout& layout, const Matrix& answers, double origin,
                const std::vector<Block>& rows) {
  const Vector none = Vector::Zero(answers.cols());
  const Vector means = replicate_means(layout, answers, origin, rows);
  Matrix terms(static_cast<Index>(rows.size()), fixed + 2 * static_cast<Index>(layout.factors));
  for (Index n = 0; n < terms.rows(); ++n) {
    const Block& row = rows[static_cast<std::size_t>(n)];
    const auto at = [&](std::size_t place, const Vector& less) {
      return centred(answers, row.first + static_cast<Index>(place), origin, less, row.replicates);
    };
    const Vector a = at(layout.a(), means), b = at(layout.b(), means);
    const Vector raw_a = at(layout.a(), none), raw_b = at(layout.b(), none);
    terms(n, of_level) = (raw_a.mean() + raw_b.mean()) / 2.0;
    terms(n, of_sum) = a.mean() + b.mean();
    terms(n, of_squares) = product_of_expectations(a, a) + product_of_expectations(b, b);
    terms(n, of_replicates) = (covariance(raw_a, raw_a) + covariance(raw_b, raw_b)) / 2.0;
    terms(n, of_interaction) = (covariance(a, a) + covariance(b, b)) / 2.0;
    for (std::size_t i = 0; i < layout.factors; ++i) {
      const Vector change = at(layout.ab(i), means) - a;
      const Index column = fixed + 2 * static_cast<Index>(i);
      terms(n, column) = product_of_expectations(b, change);
      terms(n, column + 1) = product_of_expectations(change, change) / 2.0;
    }
  }
  return terms;
}

/// V from the means of the terms over so many rows; NaN unless it is positive.
double variance_of(const RowVector& means, double rows) {
  const double v =
      rows * (means(of_squares) - means(of_sum) * means(of_sum) / 2.0) / (2.0 * rows - 1.0);
  return rows > 1.0 && v > 0.0 ? v : unknown;
}

/// The share of noise, then S and T of each factor in turn.
std::vector<double> shares_of(const RowVector& means, double rows) {
  const double v = variance_of(means, rows);
  std::vector<double> shares{means(of_replicates) / (v + means(of_replicates))};
  for (Index column = fixed; column < means.size(); ++column) shares.push_back(means(column) / v);
  return shares;
}

}  // namespace

SobolIndices sobol_indices(const SaltelliLayout& layout, const Matrix& answers,
                           const Draws& draws) {
  expects(answers.rows() == static_cast<Index>(layout.points()), "an answer row for every point");
  const Blocks rows(answers, static_cast<Index>(layout.row_points()));
  SobolIndices result;
  result.replicates = static_cast<std::uint64_t>(answers.cols());
  result.coverage = rows.coverage;
  // Differences from an answer: exactly 0 where nothing varies.
  const double origin =
      rows.used.empty() ? 0.0 : answers(rows.used[0].first, rows.used[0].replicates[0]);
  const Matrix terms = terms_of(layout, answers, origin, rows.used);
  const auto count = static_cast<double>(terms.rows());
  const auto found = bootstrapped(
      terms, [count](const RowVector& means) { return shares_of(means, count); }, draws);
  result.noise.share = found[0];
  for (std::size_t i = 0; i < layout.factors; ++i)
    result.parameters.push_back({found[1 + 2 * i], found[2 + 2 * i]});
  result.mean = result.variance = result.noise.within = result.noise.interaction = unknown;
  if (rows.used.empty()) return result;
  const RowVector means = terms.colwise().mean();
  result.mean = origin + means(of_level);
  result.variance = variance_of(means, count);
  result.noise.within = means(of_replicates);
  result.noise.interaction = means(of_interaction) * 2.0 * count / (2.0 * count - 1.0);
  return result;
}

}  // namespace entente

#include "analysis/sensitivity/sobol_indices.h"

#include <cmath>
#include <limits>

#include "analysis/design/saltelli.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// ⟨a, b⟩: the mean of a_r b_s over all r ≠ s; of a single replicate a b.
double across(const auto& a, const auto& b) {
  const auto replicates = static_cast<double>(a.size());
  if (a.size() == 1) return a(0) * b(0);
  return (a.sum() * b.sum() - a.dot(b)) / (replicates * (replicates - 1.0));
}

double variance_within(const auto& y) {
  if (y.size() == 1) return 0.0;
  return (y.array() - y.mean()).square().sum() / static_cast<double>(y.size() - 1);
}

/// The rows of a design all of whose runs are there.
std::vector<std::uint64_t> whole_rows(const Matrix& answers, std::size_t row_points) {
  std::vector<std::uint64_t> rows;
  const auto size = static_cast<Index>(row_points);
  for (Index row = 0; (row + 1) * size <= answers.rows(); ++row)
    if (!answers.middleRows(row * size, size).hasNaN())
      rows.push_back(static_cast<std::uint64_t>(row));
  return rows;
}

/// What each row adds to the moments: columns V, noise, then Sᵢ V and Tᵢ V of each parameter.
class Contributions {
 public:
  Contributions(const Matrix& answers, std::size_t parameters)
      : answers_(answers),
        layout_{0, parameters},
        rows_(whole_rows(answers, layout_.row_points())) {
    center();
    table_.resize(static_cast<Index>(rows_.size()), 2 + 2 * static_cast<Index>(parameters));
    for (Index n = 0; n < table_.rows(); ++n) fill(n);
  }

  const Matrix& table() const { return table_; }
  double mean() const { return center_.mean(); }

 private:
  /// The replicates of the point at a place of a row.
  auto answers(std::uint64_t row, std::size_t place) const {
    return answers_.row(static_cast<Index>(row * layout_.row_points() + place));
  }
  RowVector centred(std::uint64_t row, std::size_t place) const {
    return answers(row, place) - center_;
  }

  void center() {
    RowVector sum = RowVector::Zero(answers_.cols());
    for (const std::uint64_t row : rows_)
      sum += answers(row, layout_.a()) + answers(row, layout_.b());
    center_ = sum / (2.0 * static_cast<double>(std::max<std::size_t>(rows_.size(), 1)));
  }

  void fill(Index n) {
    const std::uint64_t row = rows_[static_cast<std::size_t>(n)];
    const RowVector a = centred(row, layout_.a()), b = centred(row, layout_.b());
    table_(n, 0) = 0.5 * (across(a, a) + across(b, b));
    table_(n, 1) = 0.5 * (variance_within(answers(row, layout_.a())) +
                          variance_within(answers(row, layout_.b())));
    for (std::size_t i = 0; i < layout_.factors; ++i) {
      const RowVector step = centred(row, layout_.ab(i)) - a;
      table_(n, 2 + 2 * static_cast<Index>(i)) = across(b, step);
      table_(n, 3 + 2 * static_cast<Index>(i)) = 0.5 * across(step, step);
    }
  }

  const Matrix& answers_;
  SaltelliLayout layout_;
  std::vector<std::uint64_t> rows_;
  RowVector center_;
  Matrix table_;
};

/// √V, the share of noise, then Sᵢ and Tᵢ of each parameter, from a sample of rows.
std::vector<double> statistics_of(const Matrix& table, const Vector& times) {
  const RowVector means = times.transpose() * table / times.sum();
  const double variance = means(0), noise = means(1);
  std::vector<double> all{std::sqrt(std::max(variance, 0.0)), noise / (noise + variance)};
  for (Index column = 2; column < means.size(); ++column) all.push_back(means(column) / variance);
  return all;
}

}  // namespace

SobolIndices sobol_indices(const Matrix& answers, std::size_t parameters, const Draws& draws) {
  expects(answers.rows() % static_cast<Index>(parameters + 2) == 0, "whole rows of a design");
  const Contributions contributions(answers, parameters);
  const Matrix& table = contributions.table();
  SobolIndices indices;
  indices.rows = static_cast<std::uint64_t>(table.rows());
  indices.rows_left_out =
      static_cast<std::uint64_t>(answers.rows()) / (parameters + 2) - indices.rows;
  indices.mean = contributions.mean();
  indices.noise_separated = answers.cols() > 1;
  if (table.rows() == 0) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    indices.first = indices.total = std::vector<Estimate>(parameters, {nan, nan, nan});
    indices.mean = nan;
    return indices;
  }
  const auto estimates = bootstrap(
      table.rows(), [&](const Vector& times) { return statistics_of(table, times); }, draws);
  indices.deviation = estimates[0];
  indices.noise = estimates[1];
  for (std::size_t i = 0; i < parameters; ++i) {
    indices.first.push_back(estimates[2 + 2 * i]);
    indices.total.push_back(estimates[3 + 2 * i]);
  }
  return indices;
}

}  // namespace entente

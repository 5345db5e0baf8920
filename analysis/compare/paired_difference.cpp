#include "analysis/compare/paired_difference.h"

#include <algorithm>
#include <boost/random/uniform_int_distribution.hpp>
#include <limits>

#include "analysis/ensemble/summary.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// How often each of so many pairs is drawn in one resample.
RowVector resample(Index pairs, const Draws& draws, Index number) {
  RowVector times = RowVector::Zero(pairs);
  auto stream = draws.stream(Purpose::resampling, number, 0);
  const boost::random::uniform_int_distribution<Index> any(0, pairs - 1);
  for (Index k = 0; k < pairs; ++k) times(any(stream)) += 1.0;
  return times;
}

/// The mean of every column in every resample, resamples × numbers.
Matrix resampled_means(const Matrix& differences, const Draws& draws) {
  const Index pairs = differences.rows();
  Matrix means(resamples, differences.cols());
  for (Index r = 0; r < resamples; ++r)
    means.row(r) = resample(pairs, draws, r) * differences / static_cast<double>(pairs);
  return means;
}

double variance(const auto& values) {
  return (values.array() - values.mean()).square().sum() / static_cast<double>(values.size() - 1);
}

PairedDifference moments_of(const auto& reference, const auto& variant, const auto& difference) {
  PairedDifference result;
  result.reference = reference.mean();
  result.variant = variant.mean();
  result.difference = difference.mean();
  result.same = (difference.array() == 0.0).all();
  result.exact = (difference.array() == difference(0)).all();
  if (result.exact) result.difference = difference(0);
  result.low = result.high = result.variance_reduction = not_a_number;
  if (reference.size() > 1 && !result.exact)
    result.variance_reduction = (variance(reference) + variance(variant)) / variance(difference);
  return result;
}

}  // namespace

std::vector<PairedDifference> paired_differences(const Matrix& reference, const Matrix& variant,
                                                 const Draws& draws) {
  expects(reference.rows() == variant.rows() && reference.cols() == variant.cols(),
          "two tables of the same pairs and numbers");
  const Index pairs = reference.rows();
  std::vector<PairedDifference> results(static_cast<std::size_t>(reference.cols()));
  if (pairs == 0) {
    std::fill(results.begin(), results.end(),
              PairedDifference{not_a_number, not_a_number, not_a_number, not_a_number, not_a_number,
                               not_a_number, false, false});
    return results;
  }
  const Matrix differences = variant - reference;
  const Matrix means = pairs > 1 ? resampled_means(differences, draws) : Matrix();
  for (Index column = 0; column < differences.cols(); ++column) {
    auto& result = results[static_cast<std::size_t>(column)];
    result = moments_of(reference.col(column), variant.col(column), differences.col(column));
    if (pairs < 2) continue;
    std::vector<double> ordered(means.col(column).begin(), means.col(column).end());
    result.low = result.exact ? result.difference : quantile(ordered, 0.025);
    result.high = result.exact ? result.difference : quantile(ordered, 0.975);
  }
  return results;
}

}  // namespace entente

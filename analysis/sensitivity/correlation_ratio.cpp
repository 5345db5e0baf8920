#include "analysis/sensitivity/correlation_ratio.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/ensemble/summary.h"
#include "analysis/sensitivity/bootstrap.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr Index most_bins = 20;

/// Which bin of a parameter's values each point lies in.
struct ValueBins {
  std::vector<Index> of;
  Index count = 0;

  explicit ValueBins(const Vector& x) {
    std::vector<double> sorted(x.begin(), x.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> distinct = sorted;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const auto root = static_cast<Index>(std::sqrt(static_cast<double>(x.size())));
    const Index most = std::clamp<Index>(root, 1, most_bins);
    const bool few = static_cast<Index>(distinct.size()) <= most;
    count = few ? static_cast<Index>(distinct.size()) : most;
    const auto& steps = few ? distinct : sorted;
    for (const double value : x) {
      const Index below = std::lower_bound(steps.begin(), steps.end(), value) - steps.begin();
      of.push_back(few ? below : below * most / x.size());
    }
  }
};

/// ε² of points that each count so many times, before negative ones become 0.
double ratio_of(const ValueBins& bins, const Vector& y, const RowVector& times) {
  Vector sums = Vector::Zero(bins.count), counts = Vector::Zero(bins.count);
  double sum = 0.0, squares = 0.0;
  for (Index p = 0; p < y.size(); ++p) {
    const Index bin = bins.of[static_cast<std::size_t>(p)];
    const double weighted = times(p) * y(p);
    sums(bin) += weighted;
    counts(bin) += times(p);
    sum += weighted;
    squares += weighted * y(p);
  }
  const auto n = static_cast<double>(y.size());
  const auto used = static_cast<double>((counts.array() > 0.0).count());
  const double total = squares - sum * sum / n;
  if (!(total > 0.0) || n <= used) return std::numeric_limits<double>::quiet_NaN();
  const double within = squares - (sums.array().square() / counts.array().max(1.0)).sum();
  return 1.0 - (n - 1.0) / (n - used) * within / total;
}

Estimate estimate_of(double ratio, const Vector& again) {
  std::vector<double> found;
  for (const double value : again)
    if (std::isfinite(value)) found.push_back(value);
  double mean = 0.0;
  for (const double value : found) mean += value / static_cast<double>(found.size());
  const auto share = [](double value) {
    return std::isnan(value) ? value : std::clamp(value, 0.0, 1.0);
  };
  const double low = quantile(found, 0.025), high = quantile(found, 0.975);
  return {share(ratio), share(low - mean + ratio), share(high - mean + ratio)};
}

}  // namespace

CorrelationRatios correlation_ratios(const Matrix& values, const Vector& answers,
                                     const Draws& draws) {
  expects(values.rows() == answers.size(), "values and an answer for every point");
  std::vector<Index> present;
  for (Index p = 0; p < answers.size(); ++p)
    if (std::isfinite(answers(p))) present.push_back(p);
  CorrelationRatios result;
  result.coverage.used = present.size();
  result.coverage.left_out = static_cast<std::uint64_t>(answers.size()) - present.size();
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  result.parameters.assign(static_cast<std::size_t>(values.cols()), {none, none, none});
  Vector y = answers(present);
  if (y.size() < least_points_for_ratios) return result;
  y.array() -= y(0);  // exactly 0 where nothing varies
  y.array() -= y.mean();
  std::vector<ValueBins> bins;
  for (Index i = 0; i < values.cols(); ++i) bins.emplace_back(Vector(values(present, i)));
  Matrix again(block_resamples, values.cols());
  for (Index r = 0; r < again.rows(); ++r) {
    const RowVector times = times_drawn(y.size(), draws, r);
    for (Index i = 0; i < again.cols(); ++i)
      again(r, i) = ratio_of(bins[static_cast<std::size_t>(i)], y, times);
  }
  const RowVector once = RowVector::Ones(y.size());
  for (Index i = 0; i < values.cols(); ++i) {
    const double ratio = ratio_of(bins[static_cast<std::size_t>(i)], y, once);
    result.parameters[static_cast<std::size_t>(i)] = estimate_of(ratio, again.col(i));
  }
  return result;
}

}  // namespace entente

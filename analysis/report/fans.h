#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/ensemble/record.h"
#include "analysis/report/report_scope.h"

namespace entente {

/// The courses of all series of one variant, the watched paths first and then the metrics: where
/// runs lie, and some runs by themselves.
class Fans {
 public:
  static constexpr std::array<double, 5> probabilities{0.05, 0.25, 0.5, 0.75, 0.95};

  Fans(const Ensemble& ensemble, const ReportScope& scope);

  /// Takes a run that did not fail.
  void add(const RunRecord& record);

  std::size_t series() const { return series_; }
  std::size_t runs() const { return runs_; }
  /// One of the quantiles of a series at a moment of the scope; NaN where there is no run.
  double quantile(std::size_t series, std::size_t moment, std::size_t which) const;
  /// All of them, series × moments × quantiles.
  std::vector<double> quantiles() const;

  /// The numbers of the runs that are shown by themselves, and their courses, runs × series ×
  /// moments.
  const std::vector<std::uint64_t>& shown() const { return shown_; }
  std::vector<double> courses() const;
  /// The shown run that ends nearest to the medians of the watched series, in units of the widths
  /// of their ranges; the first of equals, or 0.
  std::uint64_t typical() const;

 private:
  double value(std::size_t run, std::size_t series, std::size_t moment) const {
    return values_[(run * series_ + series) * moments_.size() + moment];
  }

  std::vector<std::int64_t> moments_;
  std::size_t watched_, series_;
  std::size_t singles_, runs_ = 0;
  std::vector<float> values_;  ///< runs × series × moments
  std::vector<std::uint64_t> shown_;
};

}  // namespace entente

#include "analysis/report/fans.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/ensemble/summary.h"
#include "analysis/metrics/catalogue.h"

namespace entente {

Fans::Fans(const Ensemble& ensemble, const ReportScope& scope)
    : moments_(scope.moments),
      watched_(ensemble.paths.size()),
      series_(watched_ + metric_names().size()),
      singles_(scope.singles) {}

void Fans::add(const RunRecord& record) {
  if (shown_.size() < singles_) shown_.push_back(record.replicate);
  ++runs_;
  for (std::size_t s = 0; s < series_; ++s)
    for (const std::int64_t tick : moments_) {
      const double value = s < watched_ ? record.series(tick, static_cast<Index>(s))
                                        : record.metrics(tick, static_cast<Index>(s - watched_));
      values_.push_back(static_cast<float>(value));
    }
}

double Fans::quantile(std::size_t series, std::size_t moment, std::size_t which) const {
  std::vector<double> values;
  values.reserve(runs_);
  for (std::size_t run = 0; run < runs_; ++run) values.push_back(value(run, series, moment));
  return entente::quantile(values, probabilities[which]);
}

std::vector<double> Fans::quantiles() const {
  std::vector<double> all;
  all.reserve(series_ * moments_.size() * probabilities.size());
  for (std::size_t s = 0; s < series_; ++s)
    for (std::size_t m = 0; m < moments_.size(); ++m)
      for (std::size_t q = 0; q < probabilities.size(); ++q) all.push_back(quantile(s, m, q));
  return all;
}

std::vector<double> Fans::courses() const {
  const std::size_t count = shown_.size() * series_ * moments_.size();
  return {values_.begin(), values_.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::uint64_t Fans::typical() const {
  const std::size_t last = moments_.size() - 1;
  std::uint64_t best = shown_.empty() ? 0 : shown_.front();
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t run = 0; run < shown_.size(); ++run) {
    double distance = 0.0;
    for (std::size_t s = 0; s < watched_; ++s) {
      const double width = quantile(s, last, 4) - quantile(s, last, 0);
      const double apart = std::abs(value(run, s, last) - quantile(s, last, 2));
      if (width > 0.0) distance += apart / width;
    }
    if (distance < least) {
      least = distance;
      best = shown_[run];
    }
  }
  return best;
}

}  // namespace entente

#include "analysis/ensemble/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::uint64_t fewest_kept = 256, most_kept = 4096;
constexpr std::uint64_t most_numbers = 32'000'000;  // 256 MB

}  // namespace

std::vector<std::int64_t> spaced(std::int64_t first, std::int64_t last, std::int64_t most) {
  const std::int64_t span = last - first, count = std::min(span + 1, most);
  std::vector<std::int64_t> ticks;
  for (std::int64_t k = 0; k < count; ++k)
    ticks.push_back(first + (count > 1 ? span * k / (count - 1) : 0));
  return ticks;
}

double quantile(std::span<double> values, double p) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double position = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(std::floor(position));
  const auto at = values.begin() + below;
  std::nth_element(values.begin(), at, values.end());
  const double part = position - static_cast<double>(below);
  if (part == 0.0) return *at;
  const double next = *std::min_element(at + 1, values.end());
  return *at + part * (next - *at);
}

Summary::Summary(const Ensemble& ensemble, std::int64_t most_moments)
    : first_tick_(ensemble.first_tick),
      ticks_(spaced(first_tick_, ensemble.calendar().ticks, most_moments)),
      paths_(ensemble.paths.size()),
      columns_(paths_ + metric_names().size()) {
  expects(most_moments >= 2, "at least two moments");
  const std::uint64_t per_replicate = ticks_.size() * columns_ * ensemble.variants.size();
  most_kept_ = std::clamp(most_numbers / per_replicate, fewest_kept, most_kept);
  for (std::size_t v = 0; v < ensemble.variants.size(); ++v)
    variants_.emplace_back(ensemble.variants[v].model->start, ticks_.size() * columns_);
}

void Summary::take(std::span<const RunRecord> replicate) {
  for (const RunRecord& record : replicate) {
    if (record.failed()) continue;
    Variant& variant = variants_[record.variant];
    ++variant.runs;
    variant.moves.add(record.decisions);
    variant.outcomes.add(record.commitments);
    variant.vetoes.add(record.stopped);
    variant.company.add(record.camps);
    if (variant.kept == most_kept_) continue;
    ++variant.kept;
    auto values = variant.values.begin();
    for (const std::int64_t tick : ticks_) {
      const Index row = tick - first_tick_;
      for (const double value : record.series.row(row)) (values++)->push_back(value);
      for (const double value : record.metrics.row(row)) (values++)->push_back(value);
    }
  }
}

Spread Summary::series(std::size_t variant, std::size_t path, std::size_t moment) const {
  return spread(variant, path, moment);
}

Spread Summary::metric(std::size_t variant, std::size_t metric, std::size_t moment) const {
  return spread(variant, paths_ + metric, moment);
}

Spread Summary::spread(std::size_t variant, std::size_t column, std::size_t moment) const {
  std::vector<double> values = variants_[variant].values[moment * columns_ + column];
  return {quantile(values, 0.05), quantile(values, 0.5), quantile(values, 0.95)};
}

}  // namespace entente

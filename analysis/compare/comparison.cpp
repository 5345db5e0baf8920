#include "analysis/compare/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"

namespace entente {

std::int64_t moment_at(Date date, const Calendar& calendar) {
  if (date < calendar.start || date > calendar.end())
    throw InputError(fmt::format("{}: outside the run, which goes from {} to {}", to_text(date),
                                 to_text(calendar.start), to_text(calendar.end())));
  const std::int64_t tick = calendar.tick_of(date);
  return calendar.date_at(tick) == date ? tick : tick + 1;
}

void Comparison::prepare(Ensemble& ensemble, const CompareWhat& what) {
  auto& kept = ensemble.snapshot_ticks;
  std::vector<std::int64_t> all;
  std::set_union(kept.begin(), kept.end(), what.ticks.begin(), what.ticks.end(),
                 std::back_inserter(all));
  kept = std::move(all);
  for (const auto& share : what.shares) ensemble.paths.push_back(share.path);
}

Comparison::Comparison(const Ensemble& ensemble, CompareWhat what)
    : what_(std::move(what)),
      series_(static_cast<Index>(ensemble.paths.size() - what_.shares.size())),
      draws_(ensemble.seed, ensemble.first),
      variants_(ensemble.variants.size()) {
  const auto& kept = ensemble.snapshot_ticks;
  for (const std::int64_t tick : what_.ticks)
    snapshots_.push_back(
        static_cast<std::size_t>(std::lower_bound(kept.begin(), kept.end(), tick) - kept.begin()));
  for (Index k = 0; k < series_; ++k)
    outcomes_.push_back({Kind::series, ensemble.paths[static_cast<std::size_t>(k)]});
  for (const auto& name : metric_names()) outcomes_.push_back({Kind::metric, name});
  for (const auto& share : what_.shares) outcomes_.push_back({Kind::share, share.text});
  const Flips none(ensemble.model().start.actors());
  for (std::size_t v = 1; v < variants_.size(); ++v)
    variants_[v].flips.assign(what_.ticks.size(), none);
}

void Comparison::take(std::span<const RunRecord> replicate) {
  if (std::any_of(replicate.begin(), replicate.end(),
                  [](const auto& run) { return run.failed(); })) {
    ++left_out_;
    return;
  }
  ++pairs_;
  for (std::size_t v = 0; v < variants_.size(); ++v) {
    keep(replicate[v], variants_[v].values);
    for (std::size_t moment = 0; moment < variants_[v].flips.size(); ++moment) {
      const std::size_t then = snapshots_[moment];
      variants_[v].flips[moment].add(replicate[0].snapshots[then], replicate[v].snapshots[then]);
    }
  }
}

void Comparison::keep(const RunRecord& record, std::vector<double>& values) const {
  for (const std::int64_t tick : what_.ticks) {
    for (Index k = 0; k < series_; ++k) values.push_back(record.series(tick, k));
    for (const double value : record.metrics.row(tick)) values.push_back(value);
    for (std::size_t k = 0; k < what_.shares.size(); ++k) {
      const double number = record.series(tick, series_ + static_cast<Index>(k));
      values.push_back(what_.shares[k].test(number) ? 1.0 : 0.0);
    }
  }
}

Matrix Comparison::table(std::size_t variant) const {
  const auto columns = static_cast<Index>(what_.ticks.size() * outcomes_.size());
  return Eigen::Map<const Matrix>(variants_[variant].values.data(), static_cast<Index>(pairs_),
                                  columns);
}

std::vector<Comparison::Contrast> Comparison::contrasts(std::size_t variant) const {
  const auto differences = paired_differences(table(0), table(variant), draws_);
  std::vector<Contrast> all;
  for (std::size_t moment = 0; moment < what_.ticks.size(); ++moment) {
    const auto first = differences.begin() + static_cast<std::ptrdiff_t>(moment * outcomes_.size());
    all.push_back({{first, first + static_cast<std::ptrdiff_t>(outcomes_.size())},
                   variants_[variant].flips[moment].ranked()});
  }
  return all;
}

bool Comparison::Contrast::same() const {
  return flips.empty() && std::all_of(differences.begin(), differences.end(),
                                      [](const auto& difference) { return difference.same; });
}

}  // namespace entente

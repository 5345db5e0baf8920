#include "analysis/ensemble/attribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/ensemble/summary.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::size_t most_runs = 4096;

}  // namespace

Attribution::Attribution(const Ensemble& ensemble, std::int64_t most_moments)
    : ensemble_(ensemble),
      parts_(ensemble.chart.parts.size()),
      ticks_(spaced(0, ensemble.calendar().ticks, most_moments)) {
  expects(!ensemble.explained.empty(), "something is explained");
}

void Attribution::take(std::span<const RunRecord> replicate) {
  const RunRecord& record = replicate.front();
  if (record.failed() || kept() == most_runs) return;
  replicates_.push_back(record.replicate);
  const std::size_t dyads = ensemble_.chart.dyads.size();
  for (const std::int64_t tick : ticks_) {
    const std::size_t at = static_cast<std::size_t>(tick) * dyads;
    affinity_.push_back(record.ledger.affinity[at]);
    const auto first = record.ledger.parts.begin() + static_cast<std::ptrdiff_t>(at * parts_);
    contributions_.insert(contributions_.end(), first, first + static_cast<std::ptrdiff_t>(parts_));
  }
}

template <class Of>
Share Attribution::share(Of of) const {
  std::vector<double> values;
  for (std::size_t run = 0; run < kept(); ++run) values.push_back(of(run));
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  const double mean = sum / static_cast<double>(values.size());
  return {mean, quantile(values, 0.05), quantile(values, 0.95)};
}

double Attribution::contribution(std::size_t run, std::size_t moment, std::size_t part) const {
  return contributions_[(run * ticks_.size() + moment) * parts_ + part];
}

double Attribution::affinity_of(std::size_t run, std::size_t moment) const {
  return affinity_[run * ticks_.size() + moment];
}

Share Attribution::part(std::size_t part, std::size_t moment) const {
  return share([&](std::size_t run) { return contribution(run, moment, part); });
}

Share Attribution::events(std::size_t moment) const {
  return share([&](std::size_t run) {
    double sum = 0.0;
    for (std::size_t p = Chart::first_event; p < parts_; ++p) sum += contribution(run, moment, p);
    return sum;
  });
}

Share Attribution::affinity(std::size_t moment) const {
  return share([&](std::size_t run) { return affinity_of(run, moment); });
}

Share Attribution::alignment(std::size_t moment) const {
  const Link link = ensemble_.model().start.link;
  return share([&](std::size_t run) { return alignment_of(affinity_of(run, moment), link); });
}

Share Attribution::change(std::size_t moment) const {
  return share([&](std::size_t run) { return affinity_of(run, moment) - affinity_of(run, 0); });
}

std::uint64_t Attribution::typical_replicate() const {
  expects(kept() > 0, "a run that finished");
  const std::size_t last = ticks_.size() - 1;
  std::vector<double> ends;
  for (std::size_t run = 0; run < kept(); ++run) ends.push_back(affinity_of(run, last));
  std::vector<double> sorted = ends;
  const double median = quantile(sorted, 0.5);
  std::size_t nearest = 0;
  for (std::size_t run = 1; run < ends.size(); ++run)
    if (std::abs(ends[run] - median) < std::abs(ends[nearest] - median)) nearest = run;
  return replicates_[nearest];
}

}  // namespace entente

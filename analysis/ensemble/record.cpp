#include "analysis/ensemble/record.h"

#include <limits>

#include "analysis/metrics/catalogue.h"

namespace entente {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void RunRecord::reset(const Ensemble& ensemble, std::size_t of_variant,
                      std::uint64_t of_replicate) {
  variant = of_variant;
  replicate = of_replicate;
  const Index moments = ensemble.recording == Recording::state ? 0 : ensemble.moments();
  series.setConstant(moments, static_cast<Index>(ensemble.paths.size()), not_a_number);
  metrics.setConstant(moments, static_cast<Index>(metric_names().size()), not_a_number);
  snapshots.clear();
  const auto entries = static_cast<std::size_t>(moments) * ensemble.chart.dyads.size();
  ledger.affinity.assign(entries, not_a_number);
  ledger.parts.assign(entries * ensemble.chart.parts.size(), not_a_number);
  decisions.clear();
  stopped.clear();
  commitments.clear();
  camps.clear();
  state.reset();
  failure.clear();
  if (ensemble.recording != Recording::full) return;
  const World& start = ensemble.model().start;
  const auto dyads = static_cast<std::size_t>(moments * start.actors() * start.actors());
  layers.alignment.assign(dyads, not_a_number);
  layers.dependence.assign(dyads, not_a_number);
  layers.sanctions.assign(dyads, LayerHistory::unknown);
  layers.support.assign(dyads, LayerHistory::unknown);
  layers.position.assign(static_cast<std::size_t>(moments * start.actors() * start.issues()),
                         not_a_number);
}

}  // namespace entente

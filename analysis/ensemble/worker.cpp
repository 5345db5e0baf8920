#include "analysis/ensemble/worker.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/metrics/camps.h"
#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::string_view metric_prefix = "metric.";

void copy_levels(const Levels& levels, Index actors, signed char* out) {
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) *out++ = static_cast<signed char>(levels(i, j));
}

void keep_layers(const World& world, std::size_t moment, LayerHistory& layers) {
  const auto dyads = static_cast<std::size_t>(world.alignment.size());
  std::copy_n(world.alignment.data(), dyads, layers.alignment.data() + moment * dyads);
  std::copy_n(world.dependence.data(), dyads, layers.dependence.data() + moment * dyads);
  copy_levels(world.sanctions(), world.actors(), layers.sanctions.data() + moment * dyads);
  copy_levels(world.support(), world.actors(), layers.support.data() + moment * dyads);
  double* position =
      layers.position.data() + moment * static_cast<std::size_t>(world.position.size());
  for (Index i = 0; i < world.actors(); ++i)  // the world holds positions issue by issue
    for (Index k = 0; k < world.issues(); ++k) *position++ = world.position(i, k);
}

template <class What>
void append(std::vector<What>& all, const std::vector<What>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Snapshot snapshot_of(const World& world) {
  const auto dyads = static_cast<std::size_t>(world.alignment.size());
  const double *alignment = world.alignment.data(), *dependence = world.dependence.data();
  Snapshot then{{alignment, alignment + dyads},
                {dependence, dependence + dyads},
                std::vector<signed char>(dyads),
                std::vector<signed char>(dyads)};
  copy_levels(world.sanctions(), world.actors(), then.sanctions.data());
  copy_levels(world.support(), world.actors(), then.support.data());
  return then;
}

void keep_ledger(const Ledger& ledger, Index moment, LedgerHistory& history) {
  const auto dyads = ledger.chart().dyads.size(), parts = ledger.chart().parts.size();
  for (std::size_t d = 0; d < dyads; ++d) {
    const std::size_t at = static_cast<std::size_t>(moment) * dyads + d;
    history.affinity[at] = ledger.affinity(d);
    std::copy_n(ledger.parts(d).data(), parts, history.parts.data() + at * parts);
  }
}

}  // namespace

Worker::Worker(const Ensemble& ensemble)
    : ensemble_(ensemble),
      simulations_(ensemble.variants.size()),
      ledgers_(ensemble.variants.size()) {
  for (const auto& variant : ensemble.variants) {
    auto& watches = watches_.emplace_back();
    for (const auto& path : ensemble.paths) watches.push_back(watch_of(path, *variant.model));
  }
}

Worker::Watch Worker::watch_of(const std::string& path, const Model& model) const {
  if (!path.starts_with(metric_prefix))
    return {gauge_of(path, *model.start.roster, model.dynamics), 0};
  const std::string name = path.substr(metric_prefix.size());
  const auto known = metric_names();
  const auto found = std::find(known.begin(), known.end(), name);
  if (found == known.end())
    throw InputError(fmt::format("{}: no such metric{}", name,
                                 did_you_mean(name, {known.begin(), known.end()})));
  return {nullptr, found - known.begin()};
}

bool Worker::run(std::size_t variant, std::uint64_t replicate, const std::atomic<bool>& stop,
                 RunRecord& record) {
  record.reset(ensemble_, variant, replicate);
  Simulation& run = simulation(variant, replicate);
  try {
    if (!begin(run, stop, record) || !finish(run, stop, record)) return false;
  } catch (const RunError& failure) {
    record.failure = failure.what();
  }
  return true;
}

/// Brings a run to the first tick that is recorded. A run that failed before throws that again.
bool Worker::begin(Simulation& run, const std::atomic<bool>& stop, RunRecord& record) {
  if (ensemble_.burn_in) {
    ensemble_.burn_in->read(record.replicate, burnt_);
    if (!burnt_.failure.empty()) throw RunError(burnt_.failure);
    run.resume(burnt_.state, Draws(ensemble_.seed, record.replicate));
    append(record.commitments, burnt_.commitments);
  }
  while (run.world().tick < ensemble_.first_tick) {
    if (stop.load(std::memory_order_relaxed)) return false;
    run.tick();
    append(record.commitments, run.ended());
  }
  observe(run, record);
  return true;
}

/// Runs it to its end, recording all.
bool Worker::finish(Simulation& run, const std::atomic<bool>& stop, RunRecord& record) const {
  while (!run.finished()) {
    if (stop.load(std::memory_order_relaxed)) return false;
    run.tick();
    append(record.decisions, run.decisions());
    append(record.stopped, run.stopped());
    append(record.commitments, run.ended());
    observe(run, record);
  }
  if (ensemble_.recording == Recording::state) {
    record.state = run.state();
    return true;
  }
  append(record.commitments, standing_commitments(run.world()));
  record.camps = camps(run.world().alignment);
  return true;
}

Simulation& Worker::simulation(std::size_t variant, std::uint64_t replicate) {
  const Draws draws(ensemble_.seed, replicate);
  auto& simulation = simulations_[variant];
  if (simulation) {
    simulation->restart(draws);
  } else {
    const auto& model = ensemble_.variants[variant].model;
    simulation = std::make_unique<Simulation>(model, draws);
    if (ensemble_.explained.empty()) return *simulation;
    ledgers_[variant] = std::make_unique<Ledger>(model, ensemble_.chart);
    simulation->show(ledgers_[variant].get());
  }
  return *simulation;
}

void Worker::observe(const Simulation& simulation, RunRecord& record) const {
  if (ensemble_.recording == Recording::state) return;
  const Index moment = simulation.world().tick - ensemble_.first_tick;
  measure(simulation, record.metrics.row(moment).data());
  Index column = 0;
  for (const Watch& watch : watches_[record.variant]) {
    record.series(moment, column++) =
        watch.gauge ? watch.gauge(simulation) : record.metrics(moment, watch.metric);
  }
  if (ensemble_.recording == Recording::full)
    keep_layers(simulation.world(), static_cast<std::size_t>(moment), record.layers);
  const auto& kept = ensemble_.snapshot_ticks;
  if (std::binary_search(kept.begin(), kept.end(), simulation.world().tick))
    record.snapshots.push_back(snapshot_of(simulation.world()));
  if (const auto& ledger = ledgers_[record.variant]) keep_ledger(*ledger, moment, record.ledger);
}

}  // namespace entente

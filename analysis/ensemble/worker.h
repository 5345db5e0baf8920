#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "analysis/ensemble/record.h"
#include "analysis/explain/ledger.h"
#include "sim/engine/gauge.h"

namespace entente {

/// Runs replicates of an ensemble, one at a time, reusing one simulation for each variant.
class Worker {
 public:
  /// Throws `InputError` if a watched path names what is unknown.
  explicit Worker(const Ensemble& ensemble);

  /// Runs one replicate of one variant and records it, failures included. Returns false if `stop`
  /// was set before the end; the record is then worthless.
  bool run(std::size_t variant, std::uint64_t replicate, const std::atomic<bool>& stop,
           RunRecord& record);

 private:
  /// A watched path: a gauge of the simulation or, where that is empty, one of the metrics.
  struct Watch {
    Gauge gauge;
    Index metric = 0;
  };

  Watch watch_of(const std::string& path, const Model& model) const;
  Simulation& simulation(std::size_t variant, std::uint64_t replicate);
  bool begin(Simulation& run, const std::atomic<bool>& stop, RunRecord& record);
  bool finish(Simulation& run, const std::atomic<bool>& stop, RunRecord& record) const;
  void observe(const Simulation& simulation, RunRecord& record) const;

  const Ensemble& ensemble_;
  std::vector<std::vector<Watch>> watches_;  ///< of each variant
  std::vector<std::unique_ptr<Simulation>> simulations_;
  std::vector<std::unique_ptr<Ledger>> ledgers_;  ///< of each variant, if anything is explained
  BurntRun burnt_;
};

}  // namespace entente

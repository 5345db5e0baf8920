#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/ensemble/burn_in.h"
#include "analysis/explain/chart.h"
#include "sim/engine/model.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What is kept of each run: the watched series, or every layer at every moment besides; or nothing
/// but the state in which it ends.
enum class Recording { watch, full, state };

/// What to run: replicates of one or more variants of a scenario. All variants have the same
/// actors, issues and time axis, and replicate r uses the same draws in each of them.
struct Ensemble {
  struct Variant {
    std::string id;
    std::string title;
    std::shared_ptr<const Model> model;
  };

  std::vector<Variant> variants;
  std::vector<std::string> paths;      ///< the watched series
  std::vector<std::string> explained;  ///< the alignments of which a ledger is kept
  Chart chart;                         ///< of that ledger
  std::uint64_t seed = 1;
  std::uint64_t first = 0;  ///< the number of the first replicate
  std::uint64_t runs = 1;   ///< how many replicates of each variant
  Recording recording = Recording::watch;
  std::int64_t first_tick = 0;  ///< where what is recorded begins
  /// Where each replicate was at that tick; without one, runs begin at the start all the same.
  std::shared_ptr<const BurnIn> burn_in;
  std::vector<std::int64_t> snapshot_ticks;  ///< when a record keeps all relations, ascending

  /// Keeps a ledger of these alignments, in every variant. Throws `InputError`.
  void explain(std::vector<std::string> alignments);

  /// Whether any variant has commitments, or blocs that vote.
  bool has_commitments() const;
  bool has_votes() const;

  /// Any of the models, for what all of them share.
  const Model& model() const { return *variants.front().model; }
  const Roster& roster() const { return *model().start.roster; }
  const Calendar& calendar() const { return model().calendar; }
  /// How many moments a run is observed at: at the first tick's start and after every tick.
  std::int64_t moments() const { return calendar().ticks - first_tick + 1; }
};

/// The variants of these ids ("base" is the scenario itself), each benchmarked to the base, with
/// the scenario's watched and explained series and its seed. Throws `InputError`, for an unknown
/// variant with the nearest id.
Ensemble ensemble_of(const Scenario& scenario, const std::vector<std::string>& variant_ids);

}  // namespace entente

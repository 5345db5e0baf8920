#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/ensemble/ensemble.h"
#include "sim/engine/simulation.h"

namespace entente {

/// Every layer of the world at every moment of a run, moment by moment and row by row.
struct LayerHistory {
  std::vector<double> alignment;              ///< moments × N × N
  std::vector<double> dependence;             ///< moments × N × N
  std::vector<double> position;               ///< moments × N × K
  std::vector<signed char> sanctions;         ///< moments × N × N, in notches
  std::vector<signed char> support;           ///< moments × N × N, in notches
  static constexpr signed char unknown = -1;  ///< a level after a run failed
};

/// Every relation of the world at one moment of a run, each N×N; levels in notches.
struct Snapshot {
  std::vector<double> alignment, dependence;
  std::vector<signed char> sanctions, support;
};

/// The ledger of a run, moment by moment and dyad by dyad: what each part has added to the affinity
/// of the explained dyads since the start.
struct LedgerHistory {
  std::vector<double> affinity;  ///< moments × dyads
  std::vector<double> parts;     ///< moments × dyads × parts
};

/// What is kept of one replicate of one variant, from the ensemble's first tick on, but for
/// commitments: of those it holds every end. After a failure the remaining moments are NaN.
struct RunRecord {
  std::size_t variant = 0;          ///< position in the ensemble
  std::uint64_t replicate = 0;      ///< its number
  Matrix series;                    ///< moments × watched paths
  Matrix metrics;                   ///< moments × metrics
  LayerHistory layers;              ///< empty unless recording is full
  std::vector<Snapshot> snapshots;  ///< at each of the ensemble's `snapshot_ticks` it reached
  LedgerHistory ledger;             ///< empty unless alignments are explained
  std::vector<Decision> decisions;
  std::vector<StoppedProposal> stopped;    ///< what blocs proposed in vain
  std::vector<CommitmentEnd> commitments;  ///< how each ended; empty of those a failure cut off
  std::optional<SimulationState> state;    ///< at the end, if that is what is recorded
  std::vector<int> camps;  ///< at the end, ±1 for each actor; empty if the run failed
  std::string failure;     ///< why the run failed, or empty

  bool failed() const { return !failure.empty(); }
  /// Makes room for a run, all of it unknown yet, reusing the memory.
  void reset(const Ensemble& ensemble, std::size_t of_variant, std::uint64_t of_replicate);
};

}  // namespace entente

#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analysis/explain/chart.h"
#include "sim/engine/witness.h"

namespace entente {

/// The accounts of a run: by how much each mechanism, each event and noise has moved the affinity
/// of some dyads since the start (the model page, section 8). For each dyad
///
///   Z(t) − Z(0) = Σ_ticks Δt Σ_m [ (B_m A)_ij + F_m,ij ] + Σ_events jump + noise
///
/// m: the mechanisms, each alone; noise: what the flow adds to their sum, hence the rounding too,
/// which is left out where the noise is off. A mechanism costs a row and a dot product per dyad.
class Ledger : public Witness {
 public:
  Ledger(std::shared_ptr<const Model> model, Chart chart);

  void begin(const World& world) override;
  void happen(const Event& event, const World& world) override;
  void choose(const Choice&) override {}
  void before_flow(const World& world, const Dynamics& dynamics, double years) override;
  void after_flow(const World& world) override;

  const Chart& chart() const { return chart_; }
  /// What each part has added to a dyad's affinity since the run began, in affinity.
  std::span<const double> parts(std::size_t dyad) const;
  /// Z of a dyad, when last told of.
  double affinity(std::size_t dyad) const { return accounts_[dyad].affinity; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Account {
    double affinity = 0.0;      ///< Z after what is in the books
    double pending = 0.0;       ///< what the mechanisms add in the tick under way
    std::vector<double> parts;  ///< since the run began
  };
  /// Dyads of the same actor, whose row is worked out once.
  struct Row {
    Index actor = 0;
    std::vector<std::size_t> dyads;
  };

  std::size_t part_of(const Event& event) const;
  void book_mechanisms(const World& world, const Mechanisms& mechanisms, double years,
                       const Row& row);

  std::shared_ptr<const Model> model_;
  Chart chart_;
  std::vector<std::size_t> part_of_event_;  ///< by position in the agenda
  std::vector<Account> accounts_;           ///< of each dyad
  std::vector<Row> rows_;
  Drift drift_;
  Matrix toward_;  ///< dyads × N: how all stand toward each dyad's target
  bool noisy_ = false;
};

/// What each part of the chart adds to each of its dyads in a year as the start has it: the drift
/// of every mechanism at t = 0, and 0 for noise and events. Dyads × parts.
Matrix drift_at_start(const std::shared_ptr<const Model>& model, const Chart& chart);

}  // namespace entente

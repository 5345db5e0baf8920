#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/metrics/cycle_inequality.h"

class ClpSimplex;

namespace entente {

/// The linear program  min Σ_e w_e f_e,  lower ≤ f ≤ upper,  cycle inequalities,  by COIN-OR's
/// dual simplex method from where it last stood. Silent, of one thread, and without random
/// perturbation: the same calls give the same bits.
class CycleProgram {
 public:
  explicit CycleProgram(const SignedGraph& graph);
  ~CycleProgram();
  CycleProgram(const CycleProgram&) = delete;
  CycleProgram& operator=(const CycleProgram&) = delete;

  void add(const std::vector<CycleInequality>& rows);
  /// Forgets the inequalities that do not bind in the last solution.
  void drop_slack();
  std::size_t rows() const { return rows_.size(); }
  /// All ties free (0 ≤ f ≤ 1) but those fixed to 0 or 1.
  void fix(const std::vector<std::pair<int, bool>>& fixed);

  /// Solves it; returns a lower bound of its value, infinite where it has no solution. The bound is
  /// that of the dual multipliers whatever the solver's tolerances (Neumaier & Shcherbina,
  /// Mathematical Programming 99 (2004) 283), up to the rounding of one sum.
  double solve();
  /// f, one share of each tie, cut to [0, 1].
  const std::vector<double>& shares() const { return shares_; }
  /// Steps of the simplex method so far, each counted as often as there were inequalities: what
  /// they take.
  std::int64_t effort() const { return effort_; }

 private:
  double dual_bound() const;

  std::unique_ptr<ClpSimplex> simplex_;
  std::vector<double> cost_, shares_;
  std::vector<CycleInequality> rows_;
  std::int64_t effort_ = 0;
};

}  // namespace entente

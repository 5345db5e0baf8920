#pragma once

#include <vector>

#include "analysis/ensemble/attribution.h"
#include "analysis/report/report_scope.h"

namespace entente {

/// What moved the explained dyads of one variant: each part of their ledgers over its runs.
class Accounts {
 public:
  Accounts(const Ensemble& ensemble, const ReportScope& scope);

  /// Takes a run that did not fail.
  void add(const RunRecord& record);

  std::size_t runs() const { return runs_; }
  // Means over the runs: dyads × moments × parts, dyads × moments, dyads × moments.
  std::vector<double> parts() const { return mean(parts_); }
  std::vector<double> affinity() const { return mean(affinity_); }
  std::vector<double> alignment() const { return mean(alignment_); }
  /// A part of a dyad at the end: its mean, and what 5 % and 95 % of the runs stay below.
  Share end(std::size_t dyad, std::size_t part) const;

 private:
  std::vector<double> mean(const std::vector<double>& sums) const;

  std::vector<std::int64_t> moments_;
  std::size_t dyads_, parts_count_, runs_ = 0;
  Link link_;
  std::vector<double> parts_, affinity_, alignment_;  ///< sums over the runs
  std::vector<float> ends_;                           ///< runs × dyads × parts
};

}  // namespace entente

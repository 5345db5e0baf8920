#pragma once

#include <vector>

#include "analysis/ensemble/record.h"

namespace entente {

/// How all stand to each other on average over the runs of one variant, at the moments of which a
/// record has snapshots.
class MeanRelations {
 public:
  /// Takes a run that did not fail.
  void add(const RunRecord& record);

  // Means over the runs, frames × N × N. Levels in notches; `sanctioning` and `supporting` are the
  // shares of runs with a level above 0.
  std::vector<double> alignment() const { return mean(alignment_); }
  std::vector<double> dependence() const { return mean(dependence_); }
  std::vector<double> sanctions() const { return mean(sanctions_); }
  std::vector<double> sanctioning() const { return mean(sanctioning_); }
  std::vector<double> support() const { return mean(support_); }
  std::vector<double> supporting() const { return mean(supporting_); }

 private:
  std::vector<double> mean(const std::vector<double>& sums) const;

  std::size_t runs_ = 0;
  std::vector<double> alignment_, dependence_, sanctions_, sanctioning_, support_, supporting_;
};

}  // namespace entente

#include "analysis/report/mean_relations.h"

namespace entente {

void MeanRelations::add(const RunRecord& record) {
  ++runs_;
  std::size_t at = 0;
  for (const Snapshot& then : record.snapshots) {
    const std::size_t dyads = then.alignment.size();
    for (auto* sums :
         {&alignment_, &dependence_, &sanctions_, &sanctioning_, &support_, &supporting_})
      if (sums->size() < at + dyads) sums->resize(at + dyads, 0.0);
    for (std::size_t k = 0; k < dyads; ++k, ++at) {
      alignment_[at] += then.alignment[k];
      dependence_[at] += then.dependence[k];
      sanctions_[at] += then.sanctions[k];
      sanctioning_[at] += then.sanctions[k] > 0 ? 1.0 : 0.0;
      support_[at] += then.support[k];
      supporting_[at] += then.support[k] > 0 ? 1.0 : 0.0;
    }
  }
}

std::vector<double> MeanRelations::mean(const std::vector<double>& sums) const {
  std::vector<double> means(sums);
  for (double& value : means) value /= static_cast<double>(runs_);
  return means;
}

}  // namespace entente

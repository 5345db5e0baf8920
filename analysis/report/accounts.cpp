#include "analysis/report/accounts.h"

#include "analysis/ensemble/summary.h"

namespace entente {

Accounts::Accounts(const Ensemble& ensemble, const ReportScope& scope)
    : moments_(scope.accounts),
      dyads_(ensemble.chart.dyads.size()),
      parts_count_(ensemble.chart.parts.size()),
      link_(ensemble.model().start.link),
      parts_(dyads_ * moments_.size() * parts_count_, 0.0),
      affinity_(dyads_ * moments_.size(), 0.0),
      alignment_(dyads_ * moments_.size(), 0.0) {}

void Accounts::add(const RunRecord& record) {
  ++runs_;
  for (std::size_t d = 0; d < dyads_; ++d)
    for (std::size_t m = 0; m < moments_.size(); ++m) {
      const std::size_t from = static_cast<std::size_t>(moments_[m]) * dyads_ + d;
      const std::size_t to = d * moments_.size() + m;
      const double affinity = record.ledger.affinity[from];
      affinity_[to] += affinity;
      alignment_[to] += alignment_of(affinity, link_);
      for (std::size_t p = 0; p < parts_count_; ++p) {
        const double part = record.ledger.parts[from * parts_count_ + p];
        parts_[to * parts_count_ + p] += part;
        if (m + 1 == moments_.size()) ends_.push_back(static_cast<float>(part));
      }
    }
}

std::vector<double> Accounts::mean(const std::vector<double>& sums) const {
  std::vector<double> means(sums);
  for (double& value : means) value /= static_cast<double>(runs_);
  return means;
}

Share Accounts::end(std::size_t dyad, std::size_t part) const {
  std::vector<double> values;
  double sum = 0.0;
  for (std::size_t run = 0; run < runs_; ++run) {
    values.push_back(ends_[(run * dyads_ + dyad) * parts_count_ + part]);
    sum += values.back();
  }
  return {sum / static_cast<double>(runs_), quantile(values, 0.05), quantile(values, 0.95)};
}

}  // namespace entente

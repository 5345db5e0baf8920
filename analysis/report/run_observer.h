#pragma once

#include <vector>

#include "analysis/ensemble/company.h"
#include "analysis/ensemble/conduct.h"
#include "analysis/ensemble/moves.h"
#include "analysis/ensemble/outcomes.h"
#include "analysis/report/accounts.h"
#include "analysis/report/fans.h"
#include "analysis/report/mean_relations.h"

namespace entente {

/// What a report shows of one variant. Failed runs do not count.
struct ObservedVariant {
  ObservedVariant(const Ensemble& ensemble, const ReportScope& scope, const World& start)
      : fans(ensemble, scope),
        accounts(ensemble, scope),
        outcomes(start.pledges->size()),
        company(start.actors()) {}

  void add(const RunRecord& record) {
    fans.add(record);
    relations.add(record);
    accounts.add(record);
    moves.add(record.decisions);
    outcomes.add(record.commitments);
    vetoes.add(record.stopped);
    company.add(record.camps);
  }

  std::size_t runs() const { return fans.runs(); }

  Fans fans;
  MeanRelations relations;
  Accounts accounts;
  Moves moves;
  Outcomes outcomes;
  Vetoes vetoes;
  Company company;
};

/// Gathers what a report shows of an ensemble, variant by variant.
class RunObserver final : public Sink {
 public:
  /// `ensemble`: as `observed` made it for this scope.
  RunObserver(const Ensemble& ensemble, const ReportScope& scope) {
    for (const auto& variant : ensemble.variants)
      variants_.emplace_back(ensemble, scope, variant.model->start);
  }

  void take(std::span<const RunRecord> replicate) override {
    for (const RunRecord& record : replicate)
      if (!record.failed()) variants_[record.variant].add(record);
  }

  const ObservedVariant& variant(std::size_t v) const { return variants_[v]; }

 private:
  std::vector<ObservedVariant> variants_;
};

}  // namespace entente

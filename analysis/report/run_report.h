#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/findings.h"

namespace entente {

/// The report of a run or an ensemble: one page that explains it, made from runs of its own, which
/// are the same as those of the ensemble, bit for bit.
///
///   RunReport report(scenario, ensemble);
///   const Tally tally = conduct(report.ensemble(), report.sinks(), threads, stop);
///   write(report.page(tally));
class RunReport {
 public:
  /// `ensemble`: what was run of the scenario. Throws `InputError` if it is too large for a page.
  RunReport(const Scenario& scenario, const Ensemble& ensemble);

  /// What is to be conducted: at most the first `ReportScope::most_runs` replicates.
  const Ensemble& ensemble() const { return ensemble_; }
  std::vector<Sink*> sinks();

  /// The page, once its runs are in. Throws `RunError` if this build has no page, or no run went to
  /// its end.
  std::string page(const Tally& tally) const;

 private:
  std::vector<std::vector<Comparison::Contrast>> contrasts() const;

  const Scenario& scenario_;
  ReportScope scope_;
  Ensemble ensemble_;
  std::uint64_t runs_of_result_;
  std::optional<Comparison> comparison_;
  std::optional<RunObserver> observer_;
};

}  // namespace entente

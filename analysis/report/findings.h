#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/comparison.h"
#include "analysis/report/run_observer.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A sentence that the numbers of a report support, how it was found, and where its page shows
/// more.
struct Finding {
  std::string text, detail;
  std::string panel;
  std::optional<std::size_t> variant, series;
  std::optional<Dyad> dyad;
};

/// What is known of an ensemble when its findings are told.
struct Gathered {
  const Scenario& scenario;
  const Ensemble& ensemble;
  const ReportScope& scope;
  const RunObserver& runs;
  const Comparison* comparison = nullptr;                    ///< null of a single variant
  std::vector<std::vector<Comparison::Contrast>> contrasts;  ///< of each other variant, by moment
};

/// The three findings that lead a report, each with its interval: which watched series moves most
/// for its kind, who changes sanctions or support in most runs, and what the variants change most
/// or, without any, what moves the first explained dyad. Fewer where there is nothing to tell.
std::vector<Finding> findings_of(const Gathered& gathered);

/// Wilson's 95 % interval of a share, `count` out of `all`.
///
/// Source: Wilson, J. American Statistical Association 22 (1927) 209.
Share share_of(std::uint64_t count, std::uint64_t all);

}  // namespace entente

#pragma once

#include <cstdint>
#include <vector>

#include "analysis/ensemble/ensemble.h"

namespace entente {

/// What of an ensemble its report shows, so that the page stays one that opens at once: moments,
/// dyads and single runs are thinned evenly where there are many.
struct ReportScope {
  static constexpr std::uint64_t most_runs = 1000;
  static constexpr Index most_actors = 400;

  std::vector<std::int64_t> moments;    ///< ticks at which series are shown
  std::vector<std::int64_t> frames;     ///< ticks at which relations are
  std::vector<std::int64_t> accounts;   ///< ticks at which ledgers are
  std::vector<std::int64_t> contrasts;  ///< ticks at which variants are compared
  std::uint64_t runs = 1;               ///< how many of the first replicates all of it rests on
  std::uint64_t singles = 1;            ///< how many of them are shown by themselves
  std::vector<Dyad> dyads;              ///< those that are explained

  /// The position of the first moment shown at a tick or after it.
  std::size_t moment_of(std::int64_t tick) const;
};

/// Throws `InputError` if there are more actors than a page can show.
ReportScope scope_of(const Ensemble& ensemble);

/// The ensemble with what a report needs recorded of its runs; those that a scope leaves out are
/// not run.
Ensemble observed(Ensemble ensemble, const ReportScope& scope);

}  // namespace entente

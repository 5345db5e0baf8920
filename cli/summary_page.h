#pragma once

#include <string>

#include "analysis/ensemble/summary.h"
#include "cli/screen.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What `entente run` prints in the end, for a terminal of 80 columns: what ran, how the watched
/// series and the metrics went, who moved on sanctions and support, which camps formed, and how
/// variants differ.
class SummaryPage {
 public:
  /// How many moments of a series the page shows.
  static constexpr std::int64_t moments = 18;

  /// What the page says about the run itself.
  struct Circumstances {
    const Tally& tally;
    double seconds = 0.0;
    int threads = 0;
    std::string output, csv, report;  ///< empty: none
    std::string burnt_in;  ///< the variant from whose states runs went on; empty: the start
  };

  SummaryPage(const Scenario& scenario, const Ensemble& ensemble, const Summary& summary,
              Style style)
      : scenario_(scenario), ensemble_(ensemble), summary_(summary), style_(style) {}

  std::string text(const Circumstances& circumstances) const;

 private:
  static constexpr std::size_t name_columns = 25;

  // Each a part of the page, or empty where there is nothing to say.
  std::string heading(const Circumstances& circumstances) const;
  std::string series() const;
  std::string metrics() const;
  std::string moves() const;
  std::string commitments() const;
  std::string vetoes() const;
  std::string camps() const;
  std::string variants() const;
  std::string whereabouts(const Circumstances& circumstances) const;

  std::string series_row(std::size_t path) const;
  std::string metric_cell(std::size_t metric) const;
  std::string levels_legend() const;
  std::string moves_of(ChoiceLayer layer) const;
  std::string names(std::string_view label, std::vector<std::string> names) const;
  std::string variant_table(std::size_t first, std::size_t count) const;
  /// "base" in a heading where several variants ran.
  std::string of_which() const;

  const Scenario& scenario_;
  const Ensemble& ensemble_;
  const Summary& summary_;
  Style style_;
};

}  // namespace entente

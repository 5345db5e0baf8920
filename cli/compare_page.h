#pragma once

#include <string>
#include <vector>

#include "analysis/compare/comparison.h"
#include "cli/screen.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What `entente compare` prints, for a terminal of 80 columns: what was compared, and for every
/// variant and moment the paired differences and the levels that ended elsewhere.
class ComparePage {
 public:
  ComparePage(const Scenario& scenario, const Ensemble& ensemble, const Comparison& comparison,
              Style style)
      : scenario_(scenario), ensemble_(ensemble), comparison_(comparison), style_(style) {}

  std::string text() const;

 private:
  using Contrast = Comparison::Contrast;
  using Kind = Comparison::Kind;

  // Each a part of the page, or empty where there is nothing to say.
  std::string heading() const;
  std::string variant(std::size_t number) const;
  std::string table(const Contrast& contrast, std::size_t moment) const;
  std::string unmoved(const Contrast& contrast) const;
  std::string flips(const Contrast& contrast) const;
  std::string flips_of(ChoiceLayer layer, const std::vector<Flip>& all) const;
  std::string legend() const;

  /// The row of the outcome of this number.
  std::string row(std::size_t number, const PairedDifference& difference) const;
  /// "2025-03-06".
  std::string moment_name(std::size_t moment) const;

  const Scenario& scenario_;
  const Ensemble& ensemble_;
  const Comparison& comparison_;
  Style style_;
};

}  // namespace entente

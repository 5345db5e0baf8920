#pragma once

#include <string>

#include "analysis/sensitivity/morris_effects.h"
#include "analysis/sensitivity/sobol_indices.h"
#include "analysis/study/study.h"
#include "cli/screen.h"

namespace entente {

/// What `entente sensitivity` prints of one outcome of one variant.
struct SensitivityPage {
  const Study& study;
  std::string outcome, variant;
  Style style;

  std::string text(const SobolIndices& indices) const;
  std::string text(const MorrisEffects& effects) const;

 private:
  std::string head() const;
  std::string missing(std::uint64_t used, std::uint64_t left_out, std::string_view what) const;
  /// The parameters, those that matter most first.
  std::vector<std::size_t> ranked(const std::vector<Estimate>& by) const;
};

}  // namespace entente

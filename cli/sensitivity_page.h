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
  std::string row(std::size_t parameter, const SobolIndices::Shares& shares) const;
  std::string row(std::size_t parameter, const MorrisEffects::Measures& measures) const;
};

}  // namespace entente

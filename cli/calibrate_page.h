#pragma once

#include <optional>
#include <string>

#include "analysis/calibrate/calibrate.h"
#include "analysis/calibrate/posterior.h"
#include "cli/screen.h"

namespace entente {

/// What `entente calibrate` prints at its end: how the tolerance fell, each parameter before and
/// after the data, and how well the posterior predicts what was observed.
class CalibratePage {
 public:
  /// At least one generation is finished.
  CalibratePage(const CalibrationJob& job, const AbcSmc& smc, Style style);

  /// `refinement`: what the local search came to, or null. `store`: where the results are.
  std::string text(const Refinement* refinement, const std::string& store) const;

 private:
  std::string head() const;
  std::string generations() const;
  std::string ending() const;
  std::string parameters(const Refinement* refinement) const;
  std::string parameter(std::size_t k, const Refinement* refinement) const;
  std::string correlations() const;
  std::string fit() const;
  std::string series(const std::string& path) const;
  std::string refined(const Refinement& refinement) const;

  const CalibrationJob& job_;
  const AbcSmc& smc_;
  Posterior posterior_;
  Style style_;
};

}  // namespace entente

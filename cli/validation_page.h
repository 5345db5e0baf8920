#pragma once

#include <string>
#include <vector>

#include "analysis/validate/validation.h"
#include "cli/screen.h"

namespace entente {

/// What `entente validate` says of published results.
class ValidationPage {
 public:
  explicit ValidationPage(Style style) : style_(style) {}

  /// The cases, with their sources and what they need.
  std::string list(const std::vector<const PublishedCase*>& cases) const;
  /// Each case with its comparisons, for a terminal; a count of verdicts at the end.
  std::string text(const std::vector<Validated>& results) const;
  /// The same as the page of the documentation.
  std::string markdown(const std::vector<Validated>& results) const;
  std::string json(const std::vector<Validated>& results) const;

 private:
  std::string verdict(Verdict verdict) const;
  std::string text(const Validated& result) const;

  Style style_;
};

}  // namespace entente

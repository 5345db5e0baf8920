#pragma once

#include <optional>
#include <vector>

#include "analysis/report/findings.h"
#include "analysis/report/study_drivers.h"
#include "analysis/report/study_words.h"

namespace entente {

/// What is known of a study when its findings are told: of its first outcome and variant, with the
/// answers at all its points.
struct ObservedStudy {
  const StudyWords& words;
  Vector means;  ///< over replicates, by point; NaN where there is none
  std::optional<StudyDrivers> drivers;
  std::uint64_t ended = 0, failed = 0;  ///< runs
};

/// The findings that lead the report of a study, three at most, each with its interval: which
/// parameter drives the outcome most, how the outcome lies over the points, and which runs failed
/// or, if none did, how much is chance.
std::vector<Finding> findings_of(const ObservedStudy& observed);

}  // namespace entente

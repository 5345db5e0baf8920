#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/payload.h"
#include "analysis/report/shown_points.h"
#include "analysis/sensitivity/estimate.h"
#include "analysis/study/study.h"

namespace entente {

/// What drives one outcome of one variant, by the method that the study's design allows: Sobol's
/// indices, Morris's effects, or correlation ratios over the points shown.
struct StudyDrivers {
  struct Measure {
    std::string_view name;
    Estimate estimate;
  };

  std::size_t outcome = 0, variant = 0;
  std::string_view method;
  bool free_of_noise = false;
  std::optional<Estimate> noise;  ///< which share of the variance of single runs is chance
  Coverage coverage;
  std::vector<std::vector<Measure>> parameters;
  /// The measure by which one parameter drives more than another: its position among them.
  std::size_t leading = 0;

  /// The parameter that drives most, if any is known to.
  std::optional<std::size_t> strongest() const;
};

/// Why a study's design and points allow none, in a sentence; "" if they do.
std::string why_no_drivers(const Plan& plan, const ShownPoints& points);

/// `answers`: points × replicates of the whole design. As `entente sensitivity` has it by default.
StudyDrivers drivers_of(const Plan& plan, const Matrix& answers, const ShownPoints& points);

Json drivers_json(const StudyDrivers& drivers);

/// The mean over the replicates that have an answer, and their standard deviation, of each point of
/// some; NaN where there is none, or for the latter no second.
struct PointAnswers {
  Vector means, deviations;
  PointAnswers(const Matrix& answers, const std::vector<std::uint64_t>& points);
};

}  // namespace entente

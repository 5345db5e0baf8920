#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/calibrate/calibration.h"
#include "sim/core/error.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A calibration that was read, with the scenario that it fits.
struct CalibrationReading {
  CalibrationPlan calibration;
  std::optional<Scenario> scenario;     ///< always there once the calibration is returned
  std::filesystem::path scenario_file;  ///< as found from here
  std::vector<Diagnostic> warnings;     ///< what is doubtful in the scenario
};

/// Reads and checks a calibration file, its scenario and its observed series. Throws `InputError`
/// with everything that is wrong in any of them, each at its place.
CalibrationReading read_calibration(const std::filesystem::path& path);

}  // namespace entente

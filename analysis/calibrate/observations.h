#pragma once

#include <filesystem>

#include "analysis/calibrate/calibration.h"

namespace entente {

/// Reads the observed series of a calibration from the table that it names, which must lie in
/// `folder`: columns date, path, value and, if wanted, scale and note. Where no scale is given it
/// is the standard deviation of what was observed of the same path, or 1 if that is 0.
void read_observations(const std::filesystem::path& folder, Texts& texts,
                       CalibrationPlan& calibration, Report& report);

}  // namespace entente

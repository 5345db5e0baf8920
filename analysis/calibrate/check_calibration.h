#pragma once

#include "analysis/calibrate/calibration.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Everything about a calibration that its single fields cannot show: priors that are none, paths
/// and dates that the scenario does not have, values that it does not take. `scenario` is null
/// where it could not be read.
void check_calibration(const CalibrationPlan& calibration, const Scenario* scenario,
                       Report& report);

}  // namespace entente

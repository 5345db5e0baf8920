#pragma once

#include "analysis/study/study.h"
#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Everything about a study that its single fields cannot show: what goes together, and whether its
/// paths, values and variants are the scenario's. `scenario` is null where it could not be read, or
/// a test model is run. Notes in the study which parameters are whole numbers.
void check_study(Study& study, const Scenario* scenario, Report& report);

}  // namespace entente

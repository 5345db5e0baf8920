#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

namespace entente {

/// Applies every `--set path=value` to a scenario. Throws `InputError` with all that is wrong among
/// them.
void apply_settings(const std::vector<std::string>& settings, Scenario& scenario);

}  // namespace entente

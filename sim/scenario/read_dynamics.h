#pragma once

#include <string_view>

#include "sim/scenario/document.h"
#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Reads `[dynamics]`: a number is a mechanism's rate (the noise's scale, an effect's weight), a
/// table holds its parameters, and false switches it off.
void read_dynamics(const Node& table, Scenario& scenario, Report& report);

/// Sets one parameter by its path or its short form. Whether anything is wrong is reported.
void set_dynamics(std::string_view path, const Scalar& value, const Mark& mark, Scenario& scenario,
                  Report& report);

/// Whether the path is, or could be, that of a covariate's weight: "dynamics.sanctions.ego.NAME".
bool is_covariate_path(const std::vector<std::string>& parts);

}  // namespace entente

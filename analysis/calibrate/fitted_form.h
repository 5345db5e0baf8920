#pragma once

#include <string>

#include "sim/scenario/scalar.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What a number that is fitted becomes at its path: itself, the nearest whole number, or the day
/// so many days after the scenario's start.
enum class FittedForm { number, whole, day };

/// The form that a path takes, tried near a number in the scenario; `number` where it takes none.
FittedForm form_of(const Scenario& scenario, const std::string& path, double near);

/// The value at the path.
Scalar value_in(FittedForm form, double number, Date start);

}  // namespace entente

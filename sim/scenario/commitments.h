#pragma once

#include <vector>

#include "sim/engine/gauge.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What each commitment of a checked scenario pledges, in file order.
std::vector<Pledge> pledges_of(const Scenario& scenario, const Roster& roster,
                               const Calendar& calendar);

/// When each is called in. An event has happened from its own tick on, and in a scenario without it
/// never. Throws `InputError` for a metric that is none of `metrics`.
std::vector<Condition> conditions_of(const Scenario& scenario, const Roster& roster,
                                     const Calendar& calendar, const MetricGauges& metrics);

}  // namespace entente

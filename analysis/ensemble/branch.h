#pragma once

#include <cstdint>
#include <string>

#include "analysis/ensemble/ensemble.h"

namespace entente {

/// The tick at whose start a run is to be kept, for a date in its span. Throws `InputError` where
/// that is no later than the start, or not before the end.
std::int64_t checkpoint_tick(const Calendar& calendar, Date date);

/// The first variant of an ensemble, only until the start of a tick, of which it records the state.
Ensemble burn_in_of(Ensemble ensemble, std::int64_t tick);

/// Throws `InputError` unless two variants of a scenario are the same until the start of a tick:
/// the same world, law of motion and commitments, and the same events before it. The error names
/// the first thing in which they differ. Runs of the one then go on as runs of the other, to the
/// same bits as if they had been runs of the other from the start.
void expect_same_past(const Scenario& scenario, const std::string& burnt_in,
                      const std::string& variant, std::int64_t tick);

}  // namespace entente

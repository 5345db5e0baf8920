#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Sets one value by its path, as `--set path=value` gives it; a relation, pact, membership or
/// position that is not there yet is made. Throws `InputError` that names what is unknown, with the
/// nearest name, or what the value should be. `check` or `compile` then checks the whole.
void set_path(Scenario& scenario, std::string_view path, std::string_view value_text);

/// Leaves out what a path names: it takes its default. No event, no pact, no member; alignment and
/// position 0; no sanctions or support; dependence at the floor; recognition 1; no own baseline;
/// the common drive to diversify. A bloc, issue or conflict stays in the world by name, without
/// members, salience, or sides and intensity, so that all variants have the same layers.
/// Throws `InputError` as `set_path` does.
void leave_out(Scenario& scenario, std::string_view path);

/// The scenario as one of its variants has it: with its changes, without what it leaves out, with
/// its events after all others, and without variants. "base" is the scenario itself. Throws
/// `InputError`, for an unknown variant with the nearest id.
Scenario variant_of(const Scenario& base, std::string_view variant_id);

/// The same with what is wrong in a report, and unchecked as a whole.
Scenario apply_variant(const Scenario& base, const VariantEntry& variant, Report& report);

/// The ids of all events of a scenario, of its variants and, if it is one, of what it varies.
std::vector<std::string> event_ids(const Scenario& scenario);

/// "base" and the ids of all variants, in file order.
std::vector<std::string> variant_ids(const Scenario& scenario);

}  // namespace entente

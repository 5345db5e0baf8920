#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/address.h"
#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// `set_path` for a value of any origin, with what is wrong in a report.
void set_value(Scenario& scenario, std::string_view path, NewScalar value, Report& report);

/// `leave_out` with what is wrong in a report, at a mark.
void leave_out(Scenario& scenario, std::string_view path, const Mark& mark, Report& report);

/// Whether a path that begins so names a field of a relation: "alignment", "sanctions", ….
bool is_relation_field(std::string_view head);

/// "alignmnt.A.B: no such path; did you mean alignment?"
std::string no_such_path(std::string_view path);

}  // namespace entente

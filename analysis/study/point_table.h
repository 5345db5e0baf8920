#pragma once

#include <filesystem>

#include "analysis/study/study.h"
#include "sim/scenario/report.h"

namespace entente {

/// Reads the points of a `list` from the table that the study names, which must lie in its folder:
/// one column for each parameter's path, in any order, and one row a point. Columns of other names
/// are an error, so that none is thought to vary that does not; but for `point`, the row's number,
/// which an exported design has.
void read_points(const std::filesystem::path& folder, Texts& texts, Study& study, Report& report);

}  // namespace entente

#pragma once

#include <filesystem>

#include "analysis/study/study.h"
#include "sim/scenario/report.h"

namespace entente {

/// The value that a cell of a table of points means: a number, date or truth value as it stands,
/// else a text; what stands in quotes, once the table's own are gone, is a text whatever it is.
Scalar value_in_cell(const std::string& text);

/// Reads the points of a `list` from the table that the study names, which must lie in its folder:
/// one column for each parameter's path, in any order, and one row a point. Columns of other names
/// are an error, so that none is thought to vary that does not; but for `point`, the row's number,
/// which an exported design has.
void read_points(const std::filesystem::path& folder, Texts& texts, Study& study, Report& report);

}  // namespace entente

#pragma once

#include <filesystem>

#include "analysis/study/study.h"

namespace entente {

/// Writes the points of a study as a table, for other programs and for a study whose design is a
/// `list`: `point` and the path of each parameter, one row a point, numbers in the fewest digits
/// that read back to the same bits. Whole or absent. Throws `RunError` if it cannot be written.
void write_design(const std::filesystem::path& file, const Plan& plan);

}  // namespace entente

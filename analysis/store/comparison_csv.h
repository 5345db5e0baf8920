#pragma once

#include <filesystem>

#include "analysis/compare/comparison.h"

namespace entente {

/// Writes the paired differences of a comparison as a tidy table: one row for each variant, moment
/// and outcome. Throws `RunError` if the file cannot be written.
void write_csv(const std::filesystem::path& target, const Ensemble& ensemble,
               const Comparison& comparison);

}  // namespace entente

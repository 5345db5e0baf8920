#pragma once

#include <filesystem>

#include "analysis/calibrate/calibrate.h"

namespace entente {

/// Writes what a calibration came to as tidy tables in a folder, numbers in the fewest digits that
/// read back to the same bits:
///
///   generations.csv  generation,tolerance,attempts,effective_size
///   particles.csv    number,weight,distance,PATH …      of the last generation
///   posterior.csv    path,mean,sd,low,median,high       90 % intervals
///   predictions.csv  date,path,observed,scale,low,median,high
///
/// At least one generation is finished. Throws `RunError` if the folder cannot be written.
void write_tables(const std::filesystem::path& folder, const CalibrationJob& job,
                  const AbcSmc& smc);

}  // namespace entente

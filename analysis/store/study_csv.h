#pragma once

#include <filesystem>

#include "analysis/store/study_reader.h"

namespace entente {

/// Writes what a study's store holds as tidy tables in a folder, numbers in the fewest digits that
/// read back to the same bits, an empty cell where there is none:
///
///   runs.csv      run,point,PARAMETERS…,replicate,variant,status,message,OUTCOMES…  by run
///   points.csv    point,PARAMETERS…                                                  by point
///   failures.csv  run,point,replicate,variant,message,replay                         by run
///   study.csv     key,value
///
/// Each is whole or absent. Makes the folder if need be. Throws `RunError` if it cannot be written.
void write_csv(const std::filesystem::path& folder, StudyReader& study);

}  // namespace entente

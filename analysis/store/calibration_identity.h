#pragma once

#include <string>
#include <vector>

#include "analysis/store/sqlite.h"

namespace entente {

/// What the results of a calibration follow from, and what its columns mean.
struct CalibrationIdentity {
  struct Observation {
    std::string date, path;
    double value = 0.0, scale = 1.0;
  };

  std::string id, title;
  std::string calibration;  ///< what the calibration says, as canonical TOML
  std::string subject;      ///< the resolved scenario, as TOML
  std::string build, version;
  std::vector<std::string> parameters;  ///< paths
  std::vector<Observation> observations;
};

/// In which words two calibrations differ, so that their results must not be mixed; empty if they
/// do not. `there` is what a file says, `here` what is asked for.
std::vector<std::string> differences(const CalibrationIdentity& there,
                                     const CalibrationIdentity& here);

/// Makes the tables and views of a new store and writes the identity there, or reads it again:
/// without the observations. The latter throws `InputError` if the database is none of a
/// calibration.
void make_calibration_tables(Sqlite& database, const CalibrationIdentity& identity);
CalibrationIdentity calibration_in(Sqlite& database);

}  // namespace entente

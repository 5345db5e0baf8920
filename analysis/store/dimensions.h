#pragma once

#include "analysis/ensemble/ensemble.h"
#include "analysis/store/netcdf_file.h"

namespace entente {

/// The dimensions of a result, by their numbers in the file, with their coordinates.
///
/// A dimension of length 0 (no issue, no watched path, nothing explained) cannot be told from a
/// growing one: it is left out, together with the variables over it.
class Dimensions {
 public:
  Dimensions(NetcdfFile& file, const Ensemble& ensemble);

  int variant, replicate, time, actor, target, issue = -1, path = -1, metric, explained = -1,
                                               part = -1;

  /// Writes the coordinates but that of the replicates, whose number shows in the end.
  void put_coordinates(NetcdfFile& file, const Ensemble& ensemble) const;
  void put_replicates(NetcdfFile& file, const Ensemble& ensemble, std::uint64_t count) const;

 private:
  int text_coordinate(NetcdfFile& file, const std::string& name, int dimension,
                      std::string_view long_name);

  int variants_, replicates_, times_, actors_, targets_, issues_ = -1, paths_ = -1, metrics_,
                                                         explained_ = -1, parts_ = -1;
};

/// "days since 2022-09-01": CF units of a run's time.
std::string time_units(const Calendar& calendar);

/// The CF calendar in which dates are counted: the Gregorian one, also before 1582.
inline constexpr std::string_view time_calendar = "proleptic_gregorian";

}  // namespace entente

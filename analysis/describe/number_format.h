#pragma once

#include <string>
#include <string_view>

namespace entente {

/// How the values of a series are written: as scenario files write them, welfare in percent.
struct Format {
  int decimals = 3;
  bool sign = false;     ///< whether positive values carry one
  bool percent = false;  ///< whether the value is shown times 100, with a percent sign
  double coarse = 0.01;  ///< a change too small to fill a sparkline's height

  std::string operator()(double value) const;
  /// A change of the value, always with a sign.
  std::string change(double value) const;
};

/// The format of a path's values ("sanctions.USA.CHN"), or of a metric's ("metric.polarization").
Format format_of(std::string_view path);

/// Whether a path names levels, which count in notches.
bool in_notches(std::string_view path);

/// "34 %", and "<1 %" or ">99 %" for what is not quite none or all.
std::string percentage(double share);

}  // namespace entente

#include "analysis/study/varied_parameter.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

double number(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

/// Which of so many equal steps of the unit interval a coordinate lies in.
std::int64_t step_of(double unit, std::int64_t steps) {
  return std::min(static_cast<std::int64_t>(unit * static_cast<double>(steps)), steps - 1);
}

/// The whole number of a range at a coordinate, each as likely as the others.
std::int64_t whole_at(double unit, std::int64_t low, std::int64_t high) {
  return low + step_of(unit, high - low + 1);
}

}  // namespace

Scalar VariedParameter::at(double unit) const {
  if (!values.empty())
    return values[static_cast<std::size_t>(
        step_of(unit, static_cast<std::int64_t>(values.size())))];
  if (const auto* first = std::get_if<Date>(&range[0])) {
    const auto days = (std::get<Date>(range[1]) - *first).count();
    return *first + std::chrono::days{whole_at(unit, 0, days)};
  }
  if (whole)
    return whole_at(unit, std::get<std::int64_t>(range[0]), std::get<std::int64_t>(range[1]));
  const double low = number(range[0]), high = number(range[1]);
  if (unit >= 1.0) return high;  // to the bit
  const double within =
      scale == Scale::log ? low * std::pow(high / low, unit) : low + unit * (high - low);
  return std::clamp(within, low, high);  // which rounding may leave
}

}  // namespace entente

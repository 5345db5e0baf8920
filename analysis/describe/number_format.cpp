#include "analysis/describe/number_format.h"

#include <fmt/format.h>

#include <cmath>

namespace entente {
namespace {

/// What is written as zero has no sign.
double unsigned_zero(double value, int decimals) {
  return std::abs(value) < 0.5 * std::pow(10.0, -decimals) ? 0.0 : value;
}

}  // namespace

bool in_notches(std::string_view path) {
  return path.starts_with("sanctions.") || path.starts_with("support.");
}

Format format_of(std::string_view path) {
  if (path.starts_with("alignment.") || path.starts_with("position."))
    return {.decimals = 2, .sign = true, .coarse = 0.1};
  if (path == "metric.mean_alignment") return {.decimals = 3, .sign = true, .coarse = 0.02};
  if (in_notches(path)) return {.decimals = 1, .coarse = 1.0};
  if (path.starts_with("welfare.") || path == "metric.mean_welfare")
    return {.decimals = 2, .sign = true, .percent = true, .coarse = 0.005};
  return {.decimals = 3, .coarse = 0.02};
}

std::string Format::operator()(double value) const {
  if (std::isnan(value)) return "–";
  const double shown = unsigned_zero(percent ? 100 * value : value, decimals);
  const bool whole = decimals == 1 && std::abs(shown - std::round(shown)) < 0.05;
  const int digits = whole ? 0 : decimals;
  return (sign && shown != 0.0 ? fmt::format("{:+.{}f}", shown, digits)
                               : fmt::format("{:.{}f}", shown, digits)) +
         (percent ? " %" : "");
}

std::string Format::change(double value) const {
  Format with_sign = *this;
  with_sign.sign = true;
  return with_sign(value);
}

std::string percentage(double share) {
  if (share > 0.0 && share < 0.01) return "<1 %";
  if (share < 1.0 && share > 0.99) return ">99 %";
  return fmt::format("{:.0f} %", 100 * share);
}

}  // namespace entente

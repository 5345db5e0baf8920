#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

using Date = std::chrono::sys_days;

/// "2023-03-01"; the Gregorian calendar.
std::string to_text(Date date);

/// The date that "2023-03-01" names, or nothing if it names none.
std::optional<Date> parse_date(std::string_view text);

/// The time axis of a run: tick k begins k·step days after the start.
struct Calendar {
  Date start{};
  int step_days = 7;
  std::int64_t ticks = 0;

  /// Δt, the length of a tick in years: step / 365.25 days.
  double years_per_tick() const { return step_days / 365.25; }
  double years_at(std::int64_t tick) const { return static_cast<double>(tick) * years_per_tick(); }
  Date date_at(std::int64_t tick) const { return start + std::chrono::days{tick * step_days}; }
  /// The tick in whose span [t, t + Δt) the date lies; negative before the start.
  std::int64_t tick_of(Date date) const {
    const auto days = (date - start).count();
    return (days >= 0 ? days : days - step_days + 1) / step_days;
  }
  /// When the last tick ends; events lie before it.
  Date end() const { return date_at(ticks); }
};

}  // namespace entente

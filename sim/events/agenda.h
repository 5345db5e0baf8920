#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/core/calendar.h"
#include "sim/core/quantity.h"
#include "sim/events/shock.h"

namespace entente {

/// A diplomatic interaction jolts a dyad's affinity:
///
///   Z_ij += ξ g / 10,   Z_ji += echo ξ g / 10   (ξ g / 10 too where it is mutual)
///
/// g: Goldstein score in [−10, 10]; ξ and echo are parameters of alignment.
///
/// Source: Goldstein, Journal of Conflict Resolution 36 (1992) 369.
struct Interaction {
  Index from = 0;
  Index to = 0;
  double goldstein = 0.0;
  bool mutual = false;

  void apply(World& world, double jump, double echo) const;
};

/// A change of the world: levels, recognition, pacts, membership, positions, intensity.
struct Setting {
  Quantity quantity;
  double value = 0.0;
};

/// A change of the law of motion itself from a date on: a structural break in one parameter.
struct ParameterChange {
  std::string path;
  double value = 0.0;
};

/// Something that happens on a date.
struct Event {
  std::string id;  ///< empty where the scenario gives none
  Date date{};
  std::variant<Interaction, Setting, ParameterChange, Shock> what;
};

/// A run's events in the order in which they are applied: by tick, by date, in file order.
class Agenda {
 public:
  Agenda() = default;
  Agenda(std::vector<Event> events, const Calendar& calendar);

  /// The events whose date lies in the span of a tick.
  std::pair<const Event*, const Event*> due(std::int64_t tick) const;
  const std::vector<Event>& events() const { return events_; }

 private:
  std::vector<Event> events_;
  std::vector<std::int64_t> ticks_;
};

}  // namespace entente

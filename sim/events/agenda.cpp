#include "sim/events/agenda.h"

#include <algorithm>

namespace entente {

void Interaction::apply(World& world, double jump, double echo) const {
  const double step = jump * goldstein / 10.0;
  world.set_affinity(from, to, world.affinity(from, to) + step);
  world.set_affinity(to, from, world.affinity(to, from) + (mutual ? step : echo * step));
}

Agenda::Agenda(std::vector<Event> events, const Calendar& calendar) : events_(std::move(events)) {
  std::stable_sort(events_.begin(), events_.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  for (const auto& event : events_) ticks_.push_back(calendar.tick_of(event.date));
}

std::pair<const Event*, const Event*> Agenda::due(std::int64_t tick) const {
  const auto [first, last] = std::equal_range(ticks_.begin(), ticks_.end(), tick);
  return {events_.data() + (first - ticks_.begin()), events_.data() + (last - ticks_.begin())};
}

}  // namespace entente

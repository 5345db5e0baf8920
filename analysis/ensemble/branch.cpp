#include "analysis/ensemble/branch.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/core/error.h"
#include "sim/scenario/difference.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

using Events = std::vector<EventEntry>;

/// What a variant has run through by the start of a tick, without what does not move a run.
Scenario past_of(const Scenario& scenario, const std::string& variant, std::int64_t tick) {
  Scenario past = variant_of(scenario, variant);
  const Calendar calendar = calendar_of(scenario);
  std::erase_if(past.events, [&](const auto& e) { return calendar.tick_of(e.date) >= tick; });
  past.variants.clear();
  past.output = {};
  return past;
}

std::string name_of(const EventEntry& event) {
  const std::string what = !event.id.empty()              ? "event " + event.id
                           : event.type == EventType::set ? "change of " + event.path
                           : event.type == EventType::shock
                               ? "shock"
                               : fmt::format("interaction of {} and {}", event.from, event.to);
  return fmt::format("the {} on {}", what, to_text(event.date));
}

/// Which event one of them has and the other has not, or has otherwise; empty if none.
std::string event_apart(const Events& there, const Events& here, const std::string& burnt_in) {
  const auto [a, b] = std::mismatch(there.begin(), there.end(), here.begin(), here.end());
  if (a != there.end() && b != here.end() && !a->id.empty() && a->id == b->id)
    return fmt::format("has {} in another way than {}", name_of(*b), burnt_in);
  if (b != here.end() && std::find(there.begin(), there.end(), *b) == there.end())
    return fmt::format("has {}, and {} has not", name_of(*b), burnt_in);
  if (a != there.end()) return fmt::format("has not {}, and {} has", name_of(*a), burnt_in);
  return "";
}

std::string in_words(const Difference& difference, const std::string& burnt_in) {
  const auto line = [](const std::string& text) { return text.empty() ? "nothing" : text; };
  return fmt::format("{}{}{} in {}, {} here", difference.entry,
                     difference.entry.empty() ? "" : ": ", line(difference.first), burnt_in,
                     line(difference.second));
}

}  // namespace

std::int64_t checkpoint_tick(const Calendar& calendar, Date date) {
  const std::int64_t tick = calendar.tick_of(date);
  if (tick < 1 || tick >= calendar.ticks)
    throw InputError(
        fmt::format("no checkpoint at {}: it must lie after the first tick and before the end, "
                    "from {} to {}",
                    to_text(date), to_text(calendar.date_at(1)),
                    to_text(calendar.end() - std::chrono::days{1})));
  return tick;
}

Ensemble burn_in_of(Ensemble ensemble, std::int64_t tick) {
  auto model = std::make_shared<Model>(ensemble.model());
  model->calendar.ticks = tick;
  ensemble.variants.resize(1);
  ensemble.variants.front().model = std::move(model);
  ensemble.paths.clear();
  ensemble.recording = Recording::state;
  return ensemble;
}

void expect_same_past(const Scenario& scenario, const std::string& burnt_in,
                      const std::string& variant, std::int64_t tick) {
  if (variant == burnt_in) return;
  Scenario there = past_of(scenario, burnt_in, tick), here = past_of(scenario, variant, tick);
  const auto date = to_text(calendar_of(scenario).date_at(tick));
  if (const auto apart = event_apart(there.events, here.events, burnt_in); !apart.empty())
    throw InputError(
        fmt::format("variant {}: {}, which lies before the checkpoint of {}; run it unbroken, or "
                    "take an earlier checkpoint",
                    variant, apart, date));
  if (const auto apart = first_difference(to_toml(there), to_toml(here)))
    throw InputError(
        fmt::format("variant {}: differs from {} before the checkpoint of {}: {}; run it unbroken, "
                    "or burn it in itself",
                    variant, burnt_in, date, in_words(*apart, burnt_in)));
}

}  // namespace entente

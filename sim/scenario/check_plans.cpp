#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "sim/core/quantity.h"
#include "sim/events/cameo.h"
#include "sim/scenario/check.h"

namespace entente {
namespace {

/// Reports fields that the event's type does not use.
void check_fields_of_type(const Check& check, const EventEntry& event) {
  for_each_field<EventEntry>([&](const auto& field, std::size_t) {
    if (!takes(event.type, field.name) && is_given(event, field.name))
      check.report.error(
          mark_of(event, field.name),
          fmt::format("{}: an event of type \"{}\" has none", field.name, name_of(event.type)));
  });
}

void check_missing(const Check& check, const EventEntry& event, const char* field, bool there) {
  if (!there && !is_given(event, field))
    check.report.error(event.origin.entry,
                       fmt::format("event: {} is missing (an event of type \"{}\" needs it)", field,
                                   name_of(event.type)));
}

void check_score(const Check& check, const EventEntry& event) {
  if (is_unread(event, "cameo") || is_unread(event, "goldstein")) return;
  const bool coded = !event.cameo.empty();
  if (coded && event.goldstein)
    return check.report.error(mark_of(event, "goldstein"),
                              "event: give cameo or goldstein, not both");
  if (!coded && !event.goldstein)
    return check.report.error(event.origin.entry,
                              "event: cameo or goldstein is missing (an interaction needs one)");
  if (!coded || find_cameo(event.cameo)) return;
  std::vector<std::string> codes;
  for (const auto& code : cameo_codes()) codes.emplace_back(code.code);
  const auto parent = find_cameo(std::string_view(event.cameo).substr(0, event.cameo.size() - 1));
  check.report.error(
      mark_of(event, "cameo"),
      fmt::format("cameo: {}: no CAMEO code with a known Goldstein score{}", event.cameo,
                  parent ? fmt::format("; the code above it is {} ({})", parent->code, parent->name)
                         : did_you_mean(event.cameo, codes)));
}

void check_interaction(const Check& check, const EventEntry& event) {
  check_missing(check, event, "from", !event.from.empty());
  check_missing(check, event, "to", !event.to.empty());
  const bool from_known = check.is_actor(event.from, mark_of(event, "from"));
  const bool to_known = check.is_actor(event.to, mark_of(event, "to"));
  if (from_known && to_known && event.from == event.to)
    check.report.error(mark_of(event, "to"),
                       fmt::format("{}: an actor does not interact with itself", event.from));
  check_score(check, event);
}

void check_shock(const Check& check, const EventEntry& event) {
  check_missing(check, event, "spread", event.spread.has_value());
  std::set<std::string> named;
  for (const auto& [name, mark] : event.actors)
    if (check.is_actor(name, mark) && !named.insert(name).second)
      check.report.error(mark, fmt::format("{}: named twice", name));
  if (event.actors.size() == 1)
    check.report.error(mark_of(event, "actors"),
                       "actors: a shock takes at least two, or all where none are named");
}

/// The parameters whose change in mid-run would change nothing, or the shape of the world.
bool fixed_at_start(std::string_view path) {
  return path == "dynamics.sanctions.levels" || path == "dynamics.support.levels" ||
         path == "dynamics.dependence.floor" || path == "dynamics.dependence.diversification" ||
         path == "dynamics.commitments.hand_tying";
}

void check_parameter_change(const Check& check, const EventEntry& event) {
  Dynamics dynamics = check.scenario.dynamics;
  const auto full = full_parameter_path(dynamics, event.path);
  const Mark mark = mark_of(event, "path");
  if (!full) {
    std::vector<std::string> known;
    for (const auto& row : parameter_rows(dynamics)) known.push_back(row.path);
    return check.report.error(mark, no_such("parameter", event.path, known));
  }
  if (fixed_at_start(*full))
    return check.report.error(
        mark, fmt::format("{}: acts at the start only, so that no event may set it", *full));
  if (!event.value->word.empty())
    return check.report.error(
        mark_of(event, "value"),
        fmt::format("value: {} is not a number", shown(Scalar{event.value->word})));
  try {
    set_parameter(dynamics, *full, event.value->number);
  } catch (const InputError& wrong) {
    check.report.error(mark_of(event, "value"), wrong);
  }
}

void check_value(const Check& check, const EventEntry& event, const Quantity& quantity,
                 const World& limits) {
  const Mark mark = mark_of(event, "value");
  const bool sanctions = quantity.kind == Quantity::Kind::sanctions;
  if (sanctions || quantity.kind == Quantity::Kind::support) {
    const auto layer = sanctions ? ChoiceLayer::sanctions : ChoiceLayer::support;
    level_of(*event.value, layer, top_of(check.scenario, layer));
  } else if (!event.value->word.empty()) {
    check.report.error(mark,
                       fmt::format("value: {} is not a number", shown(Scalar{event.value->word})));
  } else if (const Bounds bounds = bounds_of(quantity, limits);
             !bounds.contains(event.value->number)) {
    check.report.error(mark,
                       fmt::format("value: {} is not {}", event.value->number, describe(bounds)));
  }
}

/// A world of nobody, from which the bounds of quantities can be read.
World limits_of(const Scenario& scenario) {
  World limits(std::make_shared<Roster>(), top_of(scenario, ChoiceLayer::sanctions),
               top_of(scenario, ChoiceLayer::support));
  limits.link = scenario.dynamics.alignment.link;
  return limits;
}

void check_setting(const Check& check, const EventEntry& event, const World& limits) {
  check_missing(check, event, "path", !event.path.empty());
  check_missing(check, event, "value", event.value.has_value());
  if (event.path.empty() || !event.value) return;
  if (event.path.starts_with("dynamics.")) return check_parameter_change(check, event);
  std::optional<Quantity> quantity;
  try {
    quantity = parse_quantity(event.path, check.roster);
  } catch (const InputError& unknown) {
    return check.report.error(mark_of(event, "path"), unknown);
  }
  if (!settable(quantity->kind))
    return check.report.error(mark_of(event, "path"),
                              fmt::format("{}: no event can set this", event.path));
  try {
    check_value(check, event, *quantity, limits);
  } catch (const InputError& wrong) {
    check.report.error(mark_of(event, "value"), wrong);
  }
}

void check_date(const Check& check, const EventEntry& event) {
  if (is_unread(event, "date") || (event.origin.entry.known() && !is_given(event, "date"))) return;
  const Calendar calendar = calendar_of(check.scenario);
  const bool axis_known = calendar.ticks > 0 && calendar.ticks <= Scenario::most_ticks;
  if (!axis_known || (event.date >= calendar.start && event.date < calendar.end())) return;
  check.report.error(
      mark_of(event, "date"),
      fmt::format("date: {} lies outside the run, which goes from {} until before {}",
                  to_text(event.date), to_text(calendar.start), to_text(calendar.end())));
}

}  // namespace

bool takes(EventType type, std::string_view field) {
  const auto has = [&](EventType each) {
    const auto fields = own_fields(each);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  return has(type) ||
         !(has(EventType::interaction) || has(EventType::set) || has(EventType::shock));
}

void check_events(const Check& check) {
  const World limits = limits_of(check.scenario);
  for (const auto& event : check.scenario.events) {
    if (check.report.full()) return;
    check_date(check, event);
    if (is_unread(event, "type") || (!is_given(event, "type") && event.origin.entry.known()))
      continue;
    check_fields_of_type(check, event);
    if (event.type == EventType::interaction)
      check_interaction(check, event);
    else if (event.type == EventType::shock)
      check_shock(check, event);
    else
      check_setting(check, event, limits);
  }
}

}  // namespace entente

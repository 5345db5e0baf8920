#include "sim/scenario/edit.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/apply_edit.h"
#include "sim/scenario/check.h"

namespace entente {
namespace {

/// Whether a variant leaves a thing out and sets it, or part of it, which says two things at once;
/// reports that.
bool contradicts(const VariantEntry& variant, const Change& change, Report& report) {
  for (const auto& left_out : variant.without) {
    const bool whole = change.path == left_out.name;
    if (!whole && !change.path.starts_with(left_out.name + ".")) continue;
    report.error(change.mark, fmt::format("{}: this variant sets it and leaves {} out", change.path,
                                          whole ? "it" : left_out.name));
    return true;
  }
  return false;
}

}  // namespace

void set_path(Scenario& scenario, std::string_view path, std::string_view value_text) {
  Report report(nullptr);
  set_value(scenario, path, {std::string(value_text), {}, true}, report);
  report.throw_if_failed();
}

void leave_out(Scenario& scenario, std::string_view path) {
  Report report(nullptr);
  leave_out(scenario, path, {}, report);
  report.throw_if_failed();
}

Scenario apply_variant(const Scenario& base, const VariantEntry& variant, Report& report) {
  Scenario changed = base;
  changed.variants.clear();
  changed.other_events = event_ids(base);
  for (const auto& path : variant.without) leave_out(changed, path.name, path.mark, report);
  changed.events.insert(changed.events.end(), variant.event.begin(), variant.event.end());
  for (const auto& change : variant.set) {
    const auto& [path, value, mark] = change;
    if (contradicts(variant, change, report)) continue;
    if (path.starts_with("scenario."))
      report.error(mark,
                   fmt::format("{}: a variant shares the scenario's time axis and seed", path));
    else
      set_value(changed, path, {value, mark, false}, report);
  }
  return changed;
}

std::vector<std::string> event_ids(const Scenario& scenario) {
  std::vector<std::string> ids = scenario.other_events;
  const auto add = [&](const std::vector<EventEntry>& events) {
    for (const auto& event : events)
      if (!event.id.empty()) ids.push_back(event.id);
  };
  add(scenario.events);
  for (const auto& variant : scenario.variants) add(variant.event);
  return ids;
}

std::vector<std::string> variant_ids(const Scenario& scenario) {
  std::vector<std::string> ids{"base"};
  for (const auto& variant : scenario.variants) ids.push_back(variant.id);
  return ids;
}

Scenario variant_of(const Scenario& base, std::string_view variant_id) {
  if (variant_id == "base") return base;
  const auto variant =
      std::find_if(base.variants.begin(), base.variants.end(),
                   [&](const VariantEntry& candidate) { return candidate.id == variant_id; });
  if (variant == base.variants.end())
    throw InputError(no_such("variant", variant_id, variant_ids(base)));
  Report report(base.texts);
  Scenario changed = apply_variant(base, *variant, report);
  report.throw_if_failed();
  check(changed);
  return changed;
}

}  // namespace entente

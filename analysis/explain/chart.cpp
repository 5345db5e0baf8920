#include "analysis/explain/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/core/error.h"

namespace entente {
namespace {

std::string subject_of(const Event& event, const Roster& roster) {
  if (const auto* interaction = std::get_if<Interaction>(&event.what))
    return fmt::format("{}-{}", roster.actors[interaction->from], roster.actors[interaction->to]);
  if (const auto* setting = std::get_if<Setting>(&event.what))
    return path_of(setting->quantity, roster);
  if (std::holds_alternative<Shock>(event.what)) return "shock";
  return std::get<ParameterChange>(event.what).path;
}

template <class Item>
bool contains(const std::vector<Item>& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

void add_events(const Model& model, Chart& chart) {
  const auto names = names_of(model.agenda, *model.start.roster);
  for (std::size_t e = 0; e < names.size(); ++e) {
    const Event& event = model.agenda.events()[e];
    const bool moving = std::any_of(chart.dyads.begin(), chart.dyads.end(),
                                    [&](const Dyad& dyad) { return moves(event, dyad); });
    if (moving && !contains(chart.parts, names[e])) chart.parts.push_back(names[e]);
  }
}

}  // namespace

std::size_t Chart::part(const std::string& name) const {
  const auto found = std::find(parts.begin(), parts.end(), name);
  expects(found != parts.end(), "a part of the chart: " + name);
  return static_cast<std::size_t>(found - parts.begin());
}

Chart chart_of(const std::vector<std::shared_ptr<const Model>>& models, std::vector<Dyad> dyads) {
  Chart chart{std::move(dyads), {}};
  for_each(Mechanisms{}, [&](const auto& each) { chart.parts.emplace_back(each.name); });
  chart.parts.emplace_back(Noise::name);
  for (const auto& model : models) add_events(*model, chart);
  return chart;
}

Dyad dyad_of(const std::string& path, const Roster& roster) {
  const Quantity quantity = parse_quantity(path, roster);
  if (quantity.kind != Quantity::Kind::alignment)
    throw InputError(
        fmt::format("{}: only alignments are explained, as in alignment.BLR.CHN", path));
  return {quantity.row, quantity.column};
}

bool moves(const Event& event, const Dyad& dyad) {
  if (const auto* interaction = std::get_if<Interaction>(&event.what)) {
    const Dyad there{interaction->from, interaction->to}, back{interaction->to, interaction->from};
    return dyad == there || dyad == back;
  }
  if (const auto* shock = std::get_if<Shock>(&event.what))
    return contains(shock->actors, dyad.from) && contains(shock->actors, dyad.to);
  const auto* setting = std::get_if<Setting>(&event.what);
  return setting != nullptr &&
         setting->quantity == Quantity{Quantity::Kind::alignment, dyad.from, dyad.to};
}

std::vector<std::string> names_of(const Agenda& agenda, const Roster& roster) {
  std::vector<std::string> names;
  for (const Event& event : agenda.events()) {
    const auto name = event.id.empty() ? fmt::format("event {} {}", to_text(event.date),
                                                     subject_of(event, roster))
                                       : "event." + event.id;
    std::string different = name;
    for (int k = 2; contains(names, different); ++k) different = fmt::format("{} ({})", name, k);
    names.push_back(different);
  }
  return names;
}

}  // namespace entente

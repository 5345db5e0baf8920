#include "analysis/report/scenario_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/describe/reference.h"
#include "analysis/explain/inputs.h"
#include "analysis/store/sha256.h"
#include "sim/core/error.h"
#include "sim/events/cameo.h"

namespace entente::page {
namespace {

/// The positions of actors by id.
std::map<std::string, std::size_t> positions_of(const Scenario& scenario) {
  std::map<std::string, std::size_t> positions;
  for (std::size_t i = 0; i < scenario.actors.size(); ++i)
    positions.emplace(scenario.actors[i].id, i);
  return positions;
}

/// "−2.5": with the sign that texts have.
std::string signed_text(double number) {
  return fmt::format("{}{}", number < 0.0 ? "−" : "", std::abs(number));
}

std::string interaction(const EventEntry& event) {
  const std::string parties =
      fmt::format("{} {} {}", event.from, event.mutual ? "↔" : "→", event.to);
  if (event.goldstein)
    return fmt::format("{}: Goldstein score {}", parties, signed_text(*event.goldstein));
  const CameoCode* code = find_cameo(event.cameo);
  return fmt::format("{}: {} (CAMEO {}, Goldstein score {})", parties, code->name, code->code,
                     signed_text(code->goldstein));
}

std::string shock(const EventEntry& event) {
  std::vector<std::string> names(event.actors.begin(), event.actors.end());
  return fmt::format("{} shock among {}: mean {}, spread {}{}", name_of(event.distribution),
                     names.empty() ? "all" : fmt::format("{}", fmt::join(names, ", ")),
                     signed_text(event.mean), *event.spread,
                     event.mutual ? ", alike on both sides of a dyad" : "");
}

std::string deed(const EventEntry& event) {
  if (event.type == EventType::interaction) return interaction(event);
  if (event.type == EventType::shock) return shock(event);
  return fmt::format(
      "{} is set to {}", event.path,
      event.value->word.empty() ? fmt::format("{}", event.value->number) : event.value->word);
}

/// The actors that an event names, by position; all, of a shock that names none.
Json actors_in(const EventEntry& event, const std::map<std::string, std::size_t>& positions) {
  auto names = parts_of(event.path);
  names.push_back(event.from);
  names.push_back(event.to);
  names.insert(names.end(), event.actors.begin(), event.actors.end());
  if (event.type == EventType::shock && event.actors.empty())
    for (const auto& [actor, position] : positions) names.push_back(actor);
  Json found = Json::array();
  for (const auto& name : names)
    if (const auto actor = positions.find(name); actor != positions.end())
      found.push_back(actor->second);
  return found;
}

}  // namespace

Json identity(const Scenario& scenario, const std::string& toml) {
  return {{"id", scenario.id},
          {"title", scenario.title},
          {"question", scenario.question},
          {"sha256", sha256(toml)},
          {"toml", toml}};
}

Json whole(std::uint64_t number) {
  if (number < (std::uint64_t{1} << 53)) return number;
  return std::to_string(number);
}

Json actors(const Scenario& scenario) {
  Json all = Json::array();
  for (const auto& actor : scenario.actors) {
    Json states = Json::array();
    for (const auto& state : actor.states) states.push_back(state.name);
    if (states.empty()) states.push_back(actor.id);
    all.push_back({{"id", actor.id},
                   {"name", actor.name},
                   {"capability", actor.capability},
                   {"states", states}});
  }
  return all;
}

Json blocs(const Scenario& scenario) {
  const auto positions = positions_of(scenario);
  Json all = Json::array();
  for (const auto& bloc : scenario.blocs) {
    Json members = Json::array();
    for (const auto& member : bloc.members)
      members.push_back({{"actor", positions.at(member.name)}, {"weight", member.value}});
    all.push_back({{"id", bloc.id},
                   {"name", bloc.name},
                   {"votes", bloc.decision != BlocDecision::none},
                   {"members", members}});
  }
  return all;
}

Json pacts(const Scenario& scenario) {
  const auto positions = positions_of(scenario);
  Json all = Json::array();
  for (const auto& pact : scenario.pacts)
    all.push_back({{"between", {positions.at(pact.between[0]), positions.at(pact.between[1])}},
                   {"strength", pact.strength},
                   {"name", pact.name}});
  return all;
}

Json sources(const Scenario& scenario) {
  Json all = Json::array();
  for (const auto& source : scenario.sources)
    all.push_back({{"id", source.id},
                   {"title", source.title},
                   {"author", source.author},
                   {"publisher", source.publisher},
                   {"date", source.date ? to_text(*source.date) : ""},
                   {"url", source.url},
                   {"note", source.note}});
  return all;
}

Json inputs(const Scenario& scenario) {
  Json all = Json::array();
  for (const auto& input : inputs_of(scenario)) {
    Json numbers = Json::array();
    for (const auto& [path, value] : input.numbers)
      numbers.push_back({{"path", path}, {"value", value}});
    all.push_back({{"entry", input.entry},
                   {"numbers", numbers},
                   {"basis", input.basis},
                   {"source", input.source},
                   {"note", input.note}});
  }
  return all;
}

Json grounds(const Scenario& scenario) {
  const Grounds found = grounds_of(inputs_of(scenario));
  return {{"numbers", found.numbers}, {"estimates", found.estimates}, {"baseless", found.baseless}};
}

Json inputs_by_dyad(const Scenario& scenario, const Ensemble& ensemble) {
  std::map<std::string, std::size_t> positions;
  const auto all = inputs_of(scenario);
  for (std::size_t k = 0; k < all.size(); ++k) positions.emplace(all[k].entry, k);
  const auto& names = ensemble.roster().actors;
  Json dyads = Json::array();
  for (const auto& [from, to] : ensemble.chart.dyads) {
    Json found = Json::array();
    for (const auto& input : inputs_of(scenario, names[from], names[to]))
      if (const auto position = positions.find(input.entry); position != positions.end())
        found.push_back(position->second);
    dyads.push_back(std::move(found));
  }
  return dyads;
}

Json events(const Scenario& scenario, const Model& model, const ReportScope& scope) {
  const auto positions = positions_of(scenario);
  auto entries = scenario.events;
  std::stable_sort(entries.begin(), entries.end(),
                   [](const EventEntry& a, const EventEntry& b) { return a.date < b.date; });
  const auto parts = names_of(model.agenda, *model.start.roster);
  expects(parts.size() == entries.size(), "an event of the agenda for every entry");
  Json all = Json::array();
  for (std::size_t e = 0; e < entries.size(); ++e) {
    const EventEntry& event = entries[e];
    all.push_back({{"moment", scope.moment_of(model.calendar.tick_of(event.date))},
                   {"date", to_text(event.date)},
                   {"id", event.id},
                   {"part", parts[e]},
                   {"text", deed(event)},
                   {"actors", actors_in(event, positions)},
                   {"basis", event.basis},
                   {"note", event.note}});
  }
  return all;
}

Json mechanisms() {
  Json all = Json::array();
  const auto lists = mechanism_lists();
  for (const auto& entry : lists.front().entries)
    all.push_back({{"name", entry.name},
                   {"equation", entry.equation},
                   {"meaning", entry.parameters.empty() ? "" : entry.parameters.front().meaning},
                   {"source", entry.source}});
  return all;
}

Json effects() {
  Json all = Json::array();
  const auto lists = effect_lists();
  for (const std::size_t layer : {0U, 1U})
    for (const auto& entry : lists[layer].entries)
      all.push_back({{"name", entry.name},
                     {"layer", layer == 0 ? "sanctions" : "support"},
                     {"meaning", entry.meaning},
                     {"equation", entry.equation},
                     {"source", entry.source}});
  return all;
}

}  // namespace entente::page

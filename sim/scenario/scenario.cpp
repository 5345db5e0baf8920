#include "sim/scenario/scenario.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "sim/core/error.h"

namespace entente {
namespace {

bool same_dynamics(const Dynamics& a, const Dynamics& b) {
  const auto mine = parameter_rows(a), theirs = parameter_rows(b);
  if (mine.size() != theirs.size()) return false;
  for (std::size_t p = 0; p < mine.size(); ++p)
    if (mine[p].path != theirs[p].path || mine[p].value != theirs[p].value) return false;
  return true;
}

template <class Entry>
Names ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string> ids;
  ids.reserve(entries.size());
  for (const auto& entry : entries) ids.push_back(entry.id);
  return Names(std::move(ids));
}

}  // namespace

bool operator==(const Scenario& a, const Scenario& b) {
  bool same = same_fields(a, b) && same_dynamics(a.dynamics, b.dynamics);
  std::apply([&](const auto&... section) { ((same = same && a.*section == b.*section), ...); },
             Scenario::sections());
  return same;
}

Calendar calendar_of(const Scenario& scenario) {
  Calendar calendar{scenario.start, scenario.step, scenario.ticks.value_or(0)};
  if (scenario.end)
    calendar.ticks = ((*scenario.end - scenario.start).count() + scenario.step - 1) / scenario.step;
  return calendar;
}

std::shared_ptr<const Roster> roster_of(const Scenario& scenario) {
  return std::make_shared<Roster>(Roster{ids_of(scenario.actors), ids_of(scenario.blocs),
                                         ids_of(scenario.issues), ids_of(scenario.conflicts),
                                         ids_of(scenario.commitments)});
}

int top_of(const Scenario& scenario, ChoiceLayer layer) {
  return scenario.dynamics.choice.rules(layer).levels;
}

int level_of(const Amount& amount, ChoiceLayer layer, int top) {
  const auto names = level_names(layer);
  const auto layer_name = names_of(layer)[static_cast<std::size_t>(layer)];
  if (amount.word.empty()) {
    if (amount.number < 0 || amount.number > top || std::floor(amount.number) != amount.number)
      throw InputError(fmt::format("{}: {} is not a level, a whole number between 0 and {}",
                                   layer_name, amount.number, top));
    return static_cast<int>(amount.number);
  }
  if (amount.word == names[0]) return 0;
  if (top + 1 != static_cast<int>(names.size()))
    throw InputError(fmt::format(
        "{}: \"{}\": level names are for levels = {}; with levels = {} give a number of notches",
        layer_name, amount.word, names.size() - 1, top));
  for (std::size_t level = 0; level < names.size(); ++level)
    if (names[level] == amount.word) return static_cast<int>(level);
  const std::vector<std::string> known(names.begin(), names.end());
  throw InputError(fmt::format("{}: \"{}\": no such level (expected {}){}", layer_name, amount.word,
                               fmt::join(names, ", "), did_you_mean(amount.word, known)));
}

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t dot; (dot = path.find('.', from)) != std::string_view::npos; from = dot + 1)
    parts.emplace_back(path.substr(from, dot - from));
  parts.emplace_back(path.substr(from));
  return parts;
}

}  // namespace entente

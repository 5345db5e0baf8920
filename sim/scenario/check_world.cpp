#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sim/scenario/check.h"

namespace entente {
namespace {

/// "; the first is in line 12", where it is known.
std::string first_in(const Mark& mark) {
  return mark.known() ? fmt::format("; the first is in line {}", mark.line) : "";
}

/// A directed dyad that a relation entry writes.
struct Direction {
  Index from, to;
  const RelationEntry* entry;
};

std::vector<Direction> directions(const Check& check) {
  std::vector<Direction> all;
  all.reserve(check.scenario.relations.size());
  for (const auto& relation : check.scenario.relations) {
    const auto from = check.roster.actors.find(relation.from);
    const auto to = check.roster.actors.find(relation.to);
    if (!from || !to) continue;
    all.push_back({*from, *to, &relation});
    if (relation.mutual && *from != *to) all.push_back({*to, *from, &relation});
  }
  std::stable_sort(all.begin(), all.end(), [](const Direction& a, const Direction& b) {
    return std::pair(a.from, a.to) < std::pair(b.from, b.to);
  });
  return all;
}

void check_level(const Check& check, const RelationEntry& relation, const Amount& amount,
                 ChoiceLayer layer) {
  try {
    level_of(amount, layer, top_of(check.scenario, layer));
  } catch (const InputError& wrong) {
    check.report.error(mark_of(relation, names_of(layer)[static_cast<std::size_t>(layer)]), wrong);
  }
}

void check_self(const Check& check, const RelationEntry& relation) {
  if (!check.scenario.dynamics.alignment.self_ties)
    return check.report.error(
        mark_of(relation, "to"),
        fmt::format("{}: an actor has no relation to itself (without self_ties)", relation.from));
  const bool plain = relation.dependence == 0.0 && relation.recognition == 1.0 &&
                     relation.sanctions == Amount{} && relation.support == Amount{} &&
                     relation.covariates.empty();
  if (!plain)
    check.report.error(
        relation.origin.entry,
        fmt::format("{}: a tie to itself has an alignment and nothing else", relation.from));
}

void check_alignment(const Check& check, const RelationEntry& relation, double value,
                     std::string_view field) {
  const bool bounded = check.scenario.dynamics.alignment.link == Link::tanh;
  if (!bounded || within(-1, 1).contains(value)) return;
  check.report.error(mark_of(relation, field),
                     fmt::format("{}: {} is not {}", field, value, describe(within(-1, 1))));
}

void check_duplicates(const Check& check, const std::vector<Direction>& all) {
  for (std::size_t d = 1; d < all.size(); ++d) {
    const auto& [from, to, entry] = all[d];
    if (all[d - 1].from != from || all[d - 1].to != to) continue;
    check.report.error(
        entry->origin.entry,
        fmt::format("{} to {}: this relation is given twice{}", check.roster.actors[from],
                    check.roster.actors[to], first_in(all[d - 1].entry->origin.entry)));
  }
}

/// Home keeps a positive share: no row of dependence, raised to the floor, reaches 1.
void check_dependence(const Check& check, const std::vector<Direction>& all) {
  constexpr double least_home = 1e-9;
  const double floor = check.scenario.dynamics.dependence.floor;
  const Index n = check.roster.actors.size();
  if (floor * static_cast<double>(n - 1) > 1.0 - least_home)
    return check.report.error(
        check.mark_of_parameter("dynamics.dependence.floor"),
        fmt::format("floor: {} towards each of {} others leaves no share for home", floor, n - 1));
  std::vector<double> sum(static_cast<std::size_t>(n), floor * static_cast<double>(n - 1));
  std::vector<const RelationEntry*> last(static_cast<std::size_t>(n), nullptr);
  for (const auto& [from, to, entry] : all) {
    const auto i = static_cast<std::size_t>(from);
    if (from != to) sum[i] += std::max(entry->dependence - floor, 0.0);
    if (entry->dependence > 0.0 || !last[i]) last[i] = entry;
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    if (sum[i] <= 1.0 - least_home) continue;
    check.report.error(
        mark_of(*last[i], "dependence"),
        fmt::format("{}: its dependence on all others, the floor of {} included, adds up to "
                    "{:.6g}; home must keep a share, so that it stays below 1",
                    check.scenario.actors[i].id, floor, sum[i]));
  }
}

void check_names(const Check& check, const Weights& weights) {
  for (const auto& [name, value, mark] : weights) check.is_actor(name, mark);
}

/// An actor that cares for no issue at all, where others care for some, has no salience to divide.
void check_salience(const Check& check) {
  const auto& issues = check.scenario.issues;
  std::vector<const ActorEntry*> careless;
  const Mark* mark = nullptr;
  for (const auto& actor : check.scenario.actors) {
    const bool cares = std::any_of(issues.begin(), issues.end(), [&](const auto& issue) {
      const double* salience = find(issue.salience, actor.id);
      return !salience || *salience > 0.0;
    });
    if (!cares && !issues.empty()) careless.push_back(&actor);
  }
  if (careless.size() == check.scenario.actors.size()) return;
  for (const auto* actor : careless) {
    for (const auto& weight : issues.back().salience)
      if (weight.name == actor->id) mark = &weight.mark;
    check.report.error(mark ? *mark : actor->origin.entry,
                       fmt::format("{}: its salience is 0 on every issue", actor->id));
  }
}

template <class Entry>
void check_count(const Check& check, const std::vector<Entry>& entries, std::size_t most) {
  if (entries.size() > most)
    check.report.error(entries[most].origin.entry, fmt::format("{} entries of {}; at most {}",
                                                               entries.size(), Entry::key, most));
}

void check_pacts(const Check& check) {
  std::vector<std::pair<std::string, std::string>> seen;
  std::unordered_map<std::string, const PactEntry*> first;
  for (const auto& pact : check.scenario.pacts) {
    const auto& [one, other] = pact.between;
    const Mark mark = mark_of(pact, "between");
    const bool known = check.is_actor(one, mark) && check.is_actor(other, mark);
    if (!known) continue;
    if (one == other)
      check.report.error(mark, fmt::format("{}: an actor has no pact with itself", one));
    const auto [earlier, is_new] =
        first.emplace(std::min(one, other) + " " + std::max(one, other), &pact);
    if (!is_new)
      check.report.error(mark, fmt::format("{} and {}: a second pact between them{}", one, other,
                                           first_in(earlier->second->origin.entry)));
  }
}

void check_blocs(const Check& check) {
  for (const auto& bloc : check.scenario.blocs) check_names(check, bloc.members);
}

void check_conflicts(const Check& check) {
  for (const auto& conflict : check.scenario.conflicts) {
    check_names(check, conflict.attackers);
    check_names(check, conflict.defenders);
    for (const auto& [name, value, mark] : conflict.defenders)
      if (find(conflict.attackers, name))
        check.report.error(mark, fmt::format("{}: on both sides of {}", name, conflict.id));
  }
}

}  // namespace

void check_actors(const Check& check) {
  const auto& actors = check.scenario.actors;
  check_count(check, actors, Scenario::most_actors);
  if (actors.size() < 2)
    check.report.error(actors.empty() ? Mark{} : actors.front().origin.entry,
                       fmt::format("{} in this scenario; it takes at least two",
                                   actors.empty() ? "no actors" : "only one actor"));
  double all = 0.0;
  for (const auto& actor : actors) all += actor.capability;
  if (!std::isfinite(all))
    check.report.error(actors.front().origin.entry,
                       "capability: the sum over all actors leaves the representable range");
}

void check_relations(const Check& check) {
  for (const auto& relation : check.scenario.relations) {
    const bool from_known = check.is_actor(relation.from, mark_of(relation, "from"));
    const bool to_known = check.is_actor(relation.to, mark_of(relation, "to"));
    if (from_known && to_known && relation.from == relation.to) check_self(check, relation);
    check_alignment(check, relation, relation.alignment, "alignment");
    if (relation.baseline) check_alignment(check, relation, *relation.baseline, "baseline");
    check_level(check, relation, relation.sanctions, ChoiceLayer::sanctions);
    check_level(check, relation, relation.support, ChoiceLayer::support);
    if (check.report.full()) return;
  }
  const auto all = directions(check);
  check_duplicates(check, all);
  check_dependence(check, all);
}

void check_groups(const Check& check) {
  check_count(check, check.scenario.blocs, Scenario::most_groups);
  check_count(check, check.scenario.issues, Scenario::most_groups);
  check_count(check, check.scenario.conflicts, Scenario::most_groups);
  check_pacts(check);
  check_blocs(check);
  check_conflicts(check);
  for (const auto& issue : check.scenario.issues) {
    check_names(check, issue.positions);
    check_names(check, issue.salience);
  }
  check_salience(check);
}

}  // namespace entente

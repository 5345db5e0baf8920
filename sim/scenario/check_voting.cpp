#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "sim/core/quantity.h"
#include "sim/scenario/check.h"

namespace entente {
namespace {

bool votes(const BlocEntry& bloc) { return bloc.decision != BlocDecision::none; }

bool is_member(const BlocEntry& bloc, const std::string& actor) {
  const double* weight = find(bloc.members, actor);
  return weight && *weight > 0.0;
}

void check_leader(const Check& check, const BlocEntry& bloc) {
  const Mark mark = mark_of(bloc, "leader");
  if (bloc.decision != BlocDecision::leader) {
    if (!bloc.leader.empty())
      check.report.error(
          mark,
          fmt::format("leader: {} decides by {}; only decision = \"leader\" has "
                      "one",
                      bloc.id, names_of(bloc.decision)[static_cast<std::size_t>(bloc.decision)]));
    return;
  }
  if (is_unread(bloc, "leader")) return;
  if (bloc.leader.empty())
    return check.report.error(mark_of(bloc, "decision"),
                              "leader is missing (decision = \"leader\" needs one)");
  std::vector<std::string> members;
  for (const auto& member : bloc.members)
    if (member.value > 0.0) members.push_back(member.name);
  if (!is_member(bloc, bloc.leader) && !members.empty())
    check.report.error(mark, fmt::format("{}: no member of {}{}", bloc.leader, bloc.id,
                                         did_you_mean(bloc.leader, members)));
}

/// Membership events in the order in which they happen.
std::vector<const EventEntry*> membership_events(const Scenario& scenario) {
  std::vector<const EventEntry*> events;
  for (const auto& event : scenario.events)
    if (event.type == EventType::set && event.path.starts_with("membership.") && event.value)
      events.push_back(&event);
  std::stable_sort(events.begin(), events.end(),
                   [](const auto* a, const auto* b) { return a->date < b->date; });
  return events;
}

/// Who votes where, as memberships change; reports who would vote in two blocs at once.
class Franchise {
 public:
  explicit Franchise(const Check& check) : check_(check) {}

  void join(const BlocEntry& bloc, const std::string& actor, const Mark& mark) {
    auto& blocs = blocs_of_[actor];
    blocs.insert(bloc.id);
    if (blocs.size() > 1)
      check_.report.error(mark, fmt::format("{}: a member of {} and {}, which both vote; an actor "
                                            "belongs to one voting bloc at most",
                                            actor, *blocs.begin(), *blocs.rbegin()));
  }
  void leave(const BlocEntry& bloc, const std::string& actor, const Mark& mark) {
    blocs_of_[actor].erase(bloc.id);
    if (actor == bloc.leader)
      check_.report.error(mark,
                          fmt::format("{}: the leader of {} cannot leave it", actor, bloc.id));
  }

 private:
  const Check& check_;
  std::map<std::string, std::set<std::string>> blocs_of_;
};

void check_memberships(const Check& check) {
  Franchise franchise(check);
  for (const auto& bloc : check.scenario.blocs)
    for (const auto& [actor, weight, mark] : bloc.members)
      if (votes(bloc) && weight > 0.0) franchise.join(bloc, actor, mark);
  for (const EventEntry* event : membership_events(check.scenario)) {
    const auto parts = parts_of(event->path);
    for (const auto& bloc : check.scenario.blocs) {
      if (parts.size() != 3 || bloc.id != parts[1] || !votes(bloc)) continue;
      const Mark mark = mark_of(*event, "path");
      if (event->value->number > 0.0)
        franchise.join(bloc, parts[2], mark);
      else
        franchise.leave(bloc, parts[2], mark);
    }
  }
}

using Sanctions = std::map<std::pair<std::string, std::string>, std::pair<int, Mark>>;

/// Every level of sanctions above none at the start, with its place.
Sanctions initial_sanctions(const Check& check) {
  Sanctions all;
  const int top = top_of(check.scenario, ChoiceLayer::sanctions);
  for (const auto& relation : check.scenario.relations) {
    int level = 0;
    try {
      level = level_of(relation.sanctions, ChoiceLayer::sanctions, top);
    } catch (const InputError&) {
      continue;  // reported with the relation
    }
    const auto place = std::pair(level, mark_of(relation, "sanctions"));
    all[{relation.from, relation.to}] = place;
    if (relation.mutual) all[{relation.to, relation.from}] = place;
  }
  return all;
}

/// Members of a bloc that votes hold one common level toward each target, and none on each other.
void check_common_levels(const Check& check, const BlocEntry& bloc, const Sanctions& sanctions) {
  std::map<std::string, std::pair<int, std::string>> common;  // by target: level, of whom
  for (const auto& [member, weight, mark] : bloc.members) {
    if (weight == 0.0) continue;
    for (const auto& actor : check.scenario.actors) {
      const auto found = sanctions.find({member, actor.id});
      const int level = found == sanctions.end() ? 0 : found->second.first;
      const Mark place = found == sanctions.end() ? mark : found->second.second;
      if (actor.id == member) continue;
      if (is_member(bloc, actor.id)) {
        if (level > 0)
          check.report.error(place, fmt::format("{} on {}: both are members of {}, which votes on "
                                                "sanctions on others only",
                                                member, actor.id, bloc.id));
        continue;
      }
      const auto [first, is_new] = common.emplace(actor.id, std::pair(level, member));
      if (!is_new && first->second.first != level)
        check.report.error(
            place, fmt::format("{} on {}: level {}, but {} holds {}; members of {}, which votes, "
                               "start with one common level",
                               member, actor.id, level, first->second.second, first->second.first,
                               bloc.id));
    }
  }
}

}  // namespace

void check_voting_blocs(const Check& check) {
  for (const auto& bloc : check.scenario.blocs) check_leader(check, bloc);
  const bool any = std::any_of(check.scenario.blocs.begin(), check.scenario.blocs.end(), votes);
  if (!any) return;
  check_memberships(check);
  const Sanctions sanctions = initial_sanctions(check);
  for (const auto& bloc : check.scenario.blocs)
    if (votes(bloc) && !check.report.full()) check_common_levels(check, bloc, sanctions);
}

}  // namespace entente

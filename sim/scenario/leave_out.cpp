#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/scenario/apply_edit.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 6> relation_fields{"alignment", "dependence",  "sanctions",
                                                          "support",   "recognition", "baseline"};

/// One omission: the path and its parts, and where findings go.
class Omission {
 public:
  Omission(Scenario& scenario, std::string_view path, const Mark& mark, Report& report)
      : scenario_(scenario),
        path_(path),
        parts_(parts_of(path)),
        mark_(mark),
        report_(report),
        address_(scenario, mark, report) {}

  void apply();

 private:
  void relation();
  void pact();
  template <class Entry>
  void whole(std::vector<Entry>& entries);
  void whole_entry();
  template <class Entry>
  void field(std::vector<Entry>& entries);
  template <class Entry>
  void number(Entry* entry, std::string_view field_name, const std::string& name);
  void check_found(bool found) {
    if (!found) report_.error(mark_, fmt::format("{}: there is none to leave out", path_));
  }

  Scenario& scenario_;
  std::string path_;
  std::vector<std::string> parts_;
  Mark mark_;
  Report& report_;
  Address address_;
};

void Omission::relation() {
  if (!address_.are_actors(parts_[1], parts_[2])) return;
  RelationEntry* entry = address_.relation(parts_[1], parts_[2], false);
  check_found(entry != nullptr);
  if (!entry) return;
  const RelationEntry fresh;
  with_field<RelationEntry>(parts_[0], [&](const auto& field, std::size_t index) {
    entry->*(field.member) = fresh.*(field.member);
    entry->origin.fields[index] = {};
  });
}

void Omission::pact() {
  if (!address_.are_actors(parts_[1], parts_[2])) return;
  const PactEntry* entry = address_.pact(parts_[1], parts_[2], false);
  check_found(entry != nullptr);
  if (entry) scenario_.pacts.erase(scenario_.pacts.begin() + (entry - scenario_.pacts.data()));
}

/// An event or a commitment, which goes without a trace.
template <class Entry>
void Omission::whole(std::vector<Entry>& entries) {
  const Entry* entry = address_.entry(entries, parts_[1]);
  if (entry) entries.erase(entries.begin() + (entry - entries.data()));
}

/// A bloc, issue or conflict keeps its name, so that paths to it and the layers stay as they are.
void Omission::whole_entry() {
  if (parts_[0] == "bloc") {
    if (BlocEntry* bloc = address_.entry(scenario_.blocs, parts_[1])) bloc->members.clear();
  } else if (parts_[0] == "conflict") {
    ConflictEntry* conflict = address_.entry(scenario_.conflicts, parts_[1]);
    if (!conflict) return;
    conflict->attackers.clear();
    conflict->defenders.clear();
    conflict->intensity = 0.0;
  } else if (IssueEntry* issue = address_.entry(scenario_.issues, parts_[1])) {
    issue->positions.clear();
    issue->salience.clear();
    for (const auto& actor : scenario_.actors) issue->salience.push_back({actor.id, 0.0, mark_});
  }
}

template <class Entry>
void Omission::number(Entry* entry, std::string_view field_name, const std::string& name) {
  if (!entry) return;
  bool found = false;
  with_field<Entry>(field_name, [&](const auto& field, std::size_t) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field.kind)>, kinds::Numbers>)
      found = std::erase_if(entry->*(field.member),
                            [&](const Weight& weight) { return weight.name == name; }) > 0;
  });
  check_found(found);
}

template <class Entry>
void Omission::field(std::vector<Entry>& entries) {
  Entry* entry = address_.entry(entries, parts_[1]);
  if (!entry) return;
  if (parts_.size() == 4) return number(entry, parts_[2], parts_[3]);
  const Entry fresh;
  const bool known = with_field<Entry>(parts_[2], [&](const auto& field, std::size_t index) {
    if (field.need == Need::required)
      return report_.error(mark_, fmt::format("{}: this cannot be left out", path_));
    entry->*(field.member) = fresh.*(field.member);
    entry->origin.fields[index] = {};
  });
  if (!known)
    report_.error(mark_, fmt::format("{}: no such field of {}{}", parts_[2], Entry::key,
                                     did_you_mean(parts_[2], field_names<Entry>())));
}

void Omission::apply() {
  const std::string& head = parts_.front();
  const std::size_t count = parts_.size();
  if (count == 3 && is_relation_field(head)) return relation();
  if (count == 3 && head == "pact") return pact();
  if (count == 2 && head == "event") return whole(scenario_.events);
  if (count == 2 && head == "commitment") return whole(scenario_.commitments);
  if (count == 2 && (head == "bloc" || head == "issue" || head == "conflict")) return whole_entry();
  if (count == 3 && head == "membership")
    return number(address_.entry(scenario_.blocs, parts_[1]), "members", parts_[2]);
  if (count == 3 && (head == "position" || head == "salience"))
    return number(address_.entry(scenario_.issues, parts_[2]),
                  head == "position" ? "positions" : "salience", parts_[1]);
  const bool of_entry = count == 3 || count == 4;
  if (of_entry && head == "actor") return field(scenario_.actors);
  if (of_entry && head == "bloc") return field(scenario_.blocs);
  if (of_entry && head == "conflict") return field(scenario_.conflicts);
  if (of_entry && head == "commitment") return field(scenario_.commitments);
  if (head == "actor" && count == 2)
    return report_.error(mark_, fmt::format("{}: an actor cannot be left out", path_));
  if (head == "dynamics")
    return report_.error(
        mark_, fmt::format("{}: not an entry; switch it off with set, to false or 0", path_));
  report_.error(mark_, no_such_path(path_));
}

}  // namespace

bool is_relation_field(std::string_view head) {
  return std::find(relation_fields.begin(), relation_fields.end(), head) != relation_fields.end();
}

std::string no_such_path(std::string_view path) {
  const std::string head = parts_of(path).front();
  std::vector<std::string> heads(relation_fields.begin(), relation_fields.end());
  for (const char* known : {"pact", "membership", "position", "salience", "actor", "bloc", "issue",
                            "conflict", "event", "commitment", "dynamics", "scenario"})
    heads.emplace_back(known);
  if (std::find(heads.begin(), heads.end(), head) != heads.end())
    return fmt::format("{}: not a path of a scenario entry", path);
  return fmt::format("{}: no such path{}", path, did_you_mean(head, heads));
}

void leave_out(Scenario& scenario, std::string_view path, const Mark& mark, Report& report) {
  Omission(scenario, path, mark, report).apply();
}

}  // namespace entente

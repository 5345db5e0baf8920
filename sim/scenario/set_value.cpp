#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/scenario/address.h"
#include "sim/scenario/apply_edit.h"
#include "sim/scenario/read_dynamics.h"
#include "sim/scenario/read_entry.h"

namespace entente {
namespace {

/// One edit: the path and its parts, the new value, and where findings go.
class Edit {
 public:
  Edit(Scenario& scenario, std::string_view path, NewScalar value, Report& report)
      : scenario_(scenario),
        path_(path),
        parts_(parts_of(path)),
        value_(std::move(value)),
        report_(report),
        address_(scenario, value_.mark, report) {}

  void set();

 private:
  void set_relation();
  void set_pact();
  void set_member();
  void set_stance(std::string_view field);
  void set_heading();
  void set_event();
  void set_commitment();
  template <class Entry>
  void set_entry(std::vector<Entry>& entries);
  template <class Entry>
  void set_field(Entry& entry, const std::string& name);
  template <class Entry>
  void set_number(Entry& entry, const std::string& field, const std::string& name);
  void reject();
  bool has(std::size_t count, std::string_view form);

  template <class Kind>
  Scalar scalar_for() const {
    const auto* text = std::get_if<std::string>(&value_.scalar);
    return value_.bare && text && !kinds::IsTextual<Kind> ? scalar_of(*text) : value_.scalar;
  }

  Scenario& scenario_;
  std::string path_;
  std::vector<std::string> parts_;
  NewScalar value_;
  Report& report_;
  Address address_;
};

bool Edit::has(std::size_t count, std::string_view form) {
  if (parts_.size() == count) return true;
  report_.error(value_.mark, fmt::format("{}: not a path; expected {}", path_, form));
  return false;
}

void Edit::reject() { report_.error(value_.mark, no_such_path(path_)); }

template <class Entry>
void Edit::set_field(Entry& entry, const std::string& name) {
  const bool known = with_field<Entry>(name, [&](const auto& field, std::size_t index) {
    using Kind = std::remove_cvref_t<decltype(field.kind)>;
    if constexpr (kinds::IsScalar<Kind>) {
      if (name == "id")
        return report_.error(value_.mark, fmt::format("{}: an id cannot be set", path_));
      entry.origin.fields[index] = value_.mark;
      take(field.kind, scalar_for<Kind>(), {path_, value_.mark}, entry.*(field.member), report_);
    } else {
      report_.error(value_.mark,
                    fmt::format("{}: one value cannot set this, {}", path_, field.kind.expected()));
    }
  });
  if (!known)
    report_.error(value_.mark, fmt::format("{}: no such field of {}{}", name, Entry::key,
                                           did_you_mean(name, field_names<Entry>())));
}

template <class Entry>
void Edit::set_number(Entry& entry, const std::string& field_name, const std::string& name) {
  bool done = false;
  with_field<Entry>(field_name, [&](const auto& field, std::size_t) {
    using Kind = std::remove_cvref_t<decltype(field.kind)>;
    if constexpr (std::is_same_v<Kind, kinds::Numbers>) {
      done = true;
      if (field.kind.of == "actor" && !address_.is_actor(name)) return;
      Weights& weights = entry.*(field.member);
      std::erase_if(weights, [&](const Weight& weight) { return weight.name == name; });
      take_weight(field.kind, name, scalar_for<kinds::Number>(), value_.mark, weights, report_);
    }
  });
  if (!done) reject();
}

template <class Entry>
void Edit::set_entry(std::vector<Entry>& entries) {
  if (parts_.size() != 3 && parts_.size() != 4) {
    has(3, fmt::format("{0}.{0}'s id.field", Entry::key));
    return;
  }
  Entry* entry = address_.entry(entries, parts_[1]);
  if (!entry) return;
  if (parts_.size() == 3) return set_field(*entry, parts_[2]);
  set_number(*entry, parts_[2], parts_[3]);
}

void Edit::set_relation() {
  if (!has(3, parts_[0] + ".ACTOR.ACTOR") || !address_.are_actors(parts_[1], parts_[2])) return;
  set_field(*address_.relation(parts_[1], parts_[2], true), parts_[0]);
}

void Edit::set_pact() {
  if (!has(3, "pact.ACTOR.ACTOR") || !address_.are_actors(parts_[1], parts_[2])) return;
  set_field(*address_.pact(parts_[1], parts_[2], true), "strength");
}

void Edit::set_member() {
  if (!has(3, "membership.BLOC.ACTOR")) return;
  BlocEntry* bloc = address_.entry(scenario_.blocs, parts_[1]);
  if (bloc) set_number(*bloc, "members", parts_[2]);
}

void Edit::set_stance(std::string_view field) {
  if (!has(3, parts_[0] + ".ACTOR.ISSUE")) return;
  IssueEntry* issue = address_.entry(scenario_.issues, parts_[2]);
  if (issue) set_number(*issue, std::string(field), parts_[1]);
}

void Edit::set_heading() {
  if (!has(2, "scenario.FIELD")) return;
  set_field(scenario_, parts_[1]);
  if (parts_[1] == "end") scenario_.ticks.reset();
  if (parts_[1] == "ticks") scenario_.end.reset();
}

/// What an event's type does not take is refused here where it stands in no file, since the check
/// of the whole cannot see it.
void Edit::set_event() {
  for (const auto& event : scenario_.events) {
    if (parts_.size() != 3 || event.id.empty() || event.id != parts_[1]) continue;
    if (value_.mark.known() || takes(event.type, parts_[2])) continue;
    return report_.error(value_.mark, fmt::format("{}: an event of type \"{}\" has none", path_,
                                                  name_of(event.type)));
  }
  set_entry(scenario_.events);
  if (parts_.size() != 3) return;
  for (auto& event : scenario_.events) {
    if (event.id != parts_[1] || event.id.empty()) continue;
    if (parts_[2] == "cameo") event.goldstein.reset();
    if (parts_[2] == "goldstein") event.cameo.clear();
  }
}

void Edit::set_commitment() {
  set_entry(scenario_.commitments);
  if (parts_.size() != 3) return;
  for (auto& commitment : scenario_.commitments) {
    if (commitment.id != parts_[1]) continue;
    if (parts_[2] == "credibility") commitment.resolve.reset();
    if (parts_[2] == "resolve") commitment.credibility.reset();
  }
}

void Edit::set() {
  const std::string& head = parts_.front();
  if (is_relation_field(head)) return set_relation();
  if (head == "pact") return set_pact();
  if (head == "membership") return set_member();
  if (head == "position") return set_stance("positions");
  if (head == "salience") return set_stance("salience");
  if (head == "actor") return set_entry(scenario_.actors);
  if (head == "bloc") return set_entry(scenario_.blocs);
  if (head == "issue") return set_entry(scenario_.issues);
  if (head == "conflict") return set_entry(scenario_.conflicts);
  if (head == "event") return set_event();
  if (head == "commitment") return set_commitment();
  if (head == "scenario") return set_heading();
  if (head != "dynamics") return reject();
  set_dynamics(path_, scalar_for<kinds::Number>(), value_.mark, scenario_, report_);
}

}  // namespace

void set_value(Scenario& scenario, std::string_view path, NewScalar value, Report& report) {
  Edit(scenario, path, std::move(value), report).set();
}

}  // namespace entente

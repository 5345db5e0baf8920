#include "analysis/explain/inputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/events/cameo.h"

namespace entente {
namespace {

/// Gathers the inputs of one dyad.
class Inputs {
 public:
  Inputs(const Scenario& scenario, const std::string& from, const std::string& to)
      : scenario_(scenario), from_(from), to_(to) {}

  void add(const ActorEntry& actor);
  void add(const RelationEntry& relation);
  void add(const PactEntry& pact);
  void add(const BlocEntry& bloc);
  void add(const IssueEntry& issue);
  void add(const ConflictEntry& conflict);
  void add(const EventEntry& event);
  void add(const CommitmentEntry& commitment);

  std::vector<Input> all;

 private:
  bool concerns(const std::string& actor) const { return actor == from_ || actor == to_; }
  bool between(const std::string& one, const std::string& other) const {
    return (one == from_ && other == to_) || (one == to_ && other == from_);
  }
  bool sets_something_here(const EventEntry& event) const;

  template <class Entry>
  void keep(const Entry& entry, std::string what, std::vector<Input::Number> numbers) {
    if (numbers.empty()) return;
    all.push_back(
        {std::move(what), std::move(numbers), entry.basis, title_of(entry.basis), entry.note});
  }
  std::string title_of(const std::string& basis) const {
    for (const auto& source : scenario_.sources)
      if (source.id == basis) return source.title;
    return "";
  }

  const Scenario& scenario_;
  const std::string& from_;
  const std::string& to_;
};

std::string text_of(double value) { return fmt::format("{}", value); }

std::string text_of(const Amount& amount) {
  return amount.word.empty() ? text_of(amount.number) : amount.word;
}

bool above_none(const Amount& amount) {
  return amount.word.empty() ? amount.number != 0.0 : amount.word != "none";
}

std::string named(std::string_view kind, const std::string& id, const std::string& title) {
  return title.empty() ? fmt::format("{} {}", kind, id) : fmt::format("{} {}, {}", kind, id, title);
}

void Inputs::add(const ActorEntry& actor) {
  if (!concerns(actor.id)) return;
  std::vector<Input::Number> numbers{
      {fmt::format("actor.{}.capability", actor.id), text_of(actor.capability)}};
  if (actor.diversification)
    numbers.push_back(
        {fmt::format("actor.{}.diversification", actor.id), text_of(*actor.diversification)});
  keep(actor, named("actor", actor.id, actor.name), numbers);
}

void Inputs::add(const RelationEntry& relation) {
  if (!between(relation.from, relation.to)) return;
  std::vector<Input::Number> numbers;
  const auto number = [&](std::string_view field, const std::string& value) {
    numbers.push_back({fmt::format("{}.{}.{}", field, relation.from, relation.to), value});
  };
  number("alignment", text_of(relation.alignment));
  if (relation.dependence != 0.0) number("dependence", text_of(relation.dependence));
  if (relation.recognition != 1.0) number("recognition", text_of(relation.recognition));
  if (above_none(relation.sanctions)) number("sanctions", text_of(relation.sanctions));
  if (above_none(relation.support)) number("support", text_of(relation.support));
  if (relation.baseline) number("baseline", text_of(*relation.baseline));
  keep(relation,
       fmt::format("relation {} {} {}", relation.from, relation.mutual ? "↔" : "→", relation.to),
       numbers);
}

void Inputs::add(const PactEntry& pact) {
  const auto& [one, other] = pact.between;
  if (!between(one, other)) return;
  keep(pact, named("pact", fmt::format("{}–{}", one, other), pact.name),
       {{fmt::format("pact.{}.{}", one, other), text_of(pact.strength)}});
}

void Inputs::add(const BlocEntry& bloc) {
  const double* one = find(bloc.members, from_);
  const double* other = find(bloc.members, to_);
  if (one == nullptr || other == nullptr) return;
  keep(bloc, named("bloc", bloc.id, bloc.name),
       {{fmt::format("bloc.{}.cohesion", bloc.id), text_of(bloc.cohesion)},
        {fmt::format("membership.{}.{}", bloc.id, from_), text_of(*one)},
        {fmt::format("membership.{}.{}", bloc.id, to_), text_of(*other)}});
}

void Inputs::add(const IssueEntry& issue) {
  std::vector<Input::Number> numbers;
  for (const auto& actor : {from_, to_}) {
    if (const double* stance = find(issue.positions, actor))
      numbers.push_back({fmt::format("position.{}.{}", actor, issue.id), text_of(*stance)});
    if (const double* care = find(issue.salience, actor))
      numbers.push_back({fmt::format("salience of {}", actor), text_of(*care)});
  }
  keep(issue, named("issue", issue.id, issue.title), numbers);
}

void Inputs::add(const ConflictEntry& conflict) {
  std::vector<Input::Number> numbers;
  for (const auto& actor : {from_, to_}) {
    if (const double* side = find(conflict.attackers, actor))
      numbers.push_back({fmt::format("{} attacks", actor), text_of(*side)});
    if (const double* side = find(conflict.defenders, actor))
      numbers.push_back({fmt::format("{} defends", actor), text_of(*side)});
  }
  if (numbers.empty()) return;
  numbers.insert(numbers.begin(),
                 {fmt::format("conflict.{}.intensity", conflict.id), text_of(conflict.intensity)});
  keep(conflict, named("conflict", conflict.id, conflict.title), numbers);
}

bool Inputs::sets_something_here(const EventEntry& event) const {
  const auto parts = parts_of(event.path);
  if (parts.size() != 3) return false;
  if (parts[0] == "membership") return concerns(parts[2]);
  if (parts[0] == "position" || parts[0] == "actor") return concerns(parts[1]);
  return between(parts[1], parts[2]);
}

void Inputs::add(const EventEntry& event) {
  const auto what =
      fmt::format("event {}{}{}", event.id, event.id.empty() ? "" : ", ", to_text(event.date));
  if (event.type == EventType::set) {
    if (sets_something_here(event) && event.value)
      keep(event, what, {{event.path, text_of(*event.value)}});
    return;
  }
  if (!between(event.from, event.to)) return;
  const auto who = fmt::format("{} {} {}", event.from, event.mutual ? "↔" : "→", event.to);
  if (event.goldstein) {
    keep(event, what, {{"goldstein, " + who, text_of(*event.goldstein)}});
  } else if (const CameoCode* code = find_cameo(event.cameo)) {
    keep(event, what,
         {{fmt::format("CAMEO {} ({}), {}", code->code, code->name, who),
           text_of(code->goldstein)}});
  }
}

/// A commitment bears on the dyad where its response is a level between the two.
void Inputs::add(const CommitmentEntry& commitment) {
  const auto parts = parts_of(commitment.then.substr(0, commitment.then.find_first_of(" =")));
  if (parts.size() != 3 || !between(parts[1], parts[2])) return;
  keep(
      commitment,
      fmt::format("commitment {}: {} if {}", commitment.id, commitment.then, commitment.when),
      {{fmt::format("commitment.{}.credibility", commitment.id), text_of(commitment.credibility)}});
}

}  // namespace

std::vector<Input> inputs_of(const Scenario& scenario, const std::string& from,
                             const std::string& to) {
  Inputs inputs(scenario, from, to);
  const auto add = [&](const auto& entries) {
    for (const auto& entry : entries) inputs.add(entry);
  };
  add(scenario.actors);
  add(scenario.relations);
  add(scenario.pacts);
  add(scenario.blocs);
  add(scenario.issues);
  add(scenario.conflicts);
  add(scenario.events);
  add(scenario.commitments);
  return std::move(inputs.all);
}

Grounds grounds_of(const std::vector<Input>& inputs) {
  Grounds grounds;
  for (const Input& input : inputs) {
    grounds.numbers += input.numbers.size();
    if (input.basis == "estimate") grounds.estimates += input.numbers.size();
    if (input.basis.empty()) grounds.baseless += input.numbers.size();
  }
  return grounds;
}

}  // namespace entente

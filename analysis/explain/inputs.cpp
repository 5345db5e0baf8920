#include "analysis/explain/inputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/events/cameo.h"

namespace entente {
namespace {

/// Gathers the inputs of one dyad, or all.
class Inputs {
 public:
  explicit Inputs(const Scenario& scenario) : scenario_(scenario) {}
  Inputs(const Scenario& scenario, const std::string& from, const std::string& to)
      : scenario_(scenario), all_(false), from_(from), to_(to) {}

  std::vector<Input> gathered();

  void add(const ActorEntry& actor);
  void add(const RelationEntry& relation);
  void add(const PactEntry& pact);
  void add(const BlocEntry& bloc);
  void add(const IssueEntry& issue);
  void add(const ConflictEntry& conflict);
  void add(const EventEntry& event);
  void add(const CommitmentEntry& commitment);

  void add_dynamics();

 private:
  bool concerns(const std::string& actor) const { return all_ || actor == from_ || actor == to_; }
  bool between(const std::string& one, const std::string& other) const {
    return all_ || (one == from_ && other == to_) || (one == to_ && other == from_);
  }
  /// Those of the weights that concern the dyad, its first actor first; or all.
  Weights concerned(const Weights& weights) const;
  bool sets_something_here(const EventEntry& event) const;
  bool is_jolted(const EventEntry& shock) const;

  template <class Entry>
  void keep(const Entry& entry, std::string what, std::vector<Input::Number> numbers) {
    if (numbers.empty()) return;
    inputs_.push_back(
        {std::move(what), std::move(numbers), entry.basis, title_of(entry.basis), entry.note});
  }
  std::string title_of(const std::string& basis) const {
    for (const auto& source : scenario_.sources)
      if (source.id == basis) return source.title;
    return "";
  }

  const Scenario& scenario_;
  bool all_ = true;
  std::string from_, to_;
  std::vector<Input> inputs_;
};

Weights Inputs::concerned(const Weights& weights) const {
  if (all_) return weights;
  Weights found;
  for (const auto& actor : {from_, to_})
    if (const double* weight = find(weights, actor)) found.push_back({actor, *weight, {}});
  return found;
}

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
  const Weights members = concerned(bloc.members);
  if (!all_ && members.size() < 2) return;
  std::vector<Input::Number> numbers{
      {fmt::format("bloc.{}.cohesion", bloc.id), text_of(bloc.cohesion)}};
  for (const auto& member : members)
    numbers.push_back(
        {fmt::format("membership.{}.{}", bloc.id, member.name), text_of(member.value)});
  keep(bloc, named("bloc", bloc.id, bloc.name), numbers);
}

void Inputs::add(const IssueEntry& issue) {
  std::vector<Input::Number> numbers;
  for (const auto& stance : concerned(issue.positions))
    numbers.push_back(
        {fmt::format("position.{}.{}", stance.name, issue.id), text_of(stance.value)});
  for (const auto& care : concerned(issue.salience))
    numbers.push_back({fmt::format("salience of {}", care.name), text_of(care.value)});
  keep(issue, named("issue", issue.id, issue.title), numbers);
}

void Inputs::add(const ConflictEntry& conflict) {
  std::vector<Input::Number> numbers;
  for (const auto& side : concerned(conflict.attackers))
    numbers.push_back({fmt::format("{} attacks", side.name), text_of(side.value)});
  for (const auto& side : concerned(conflict.defenders))
    numbers.push_back({fmt::format("{} defends", side.name), text_of(side.value)});
  if (!all_ && numbers.empty()) return;
  numbers.insert(numbers.begin(),
                 {fmt::format("conflict.{}.intensity", conflict.id), text_of(conflict.intensity)});
  keep(conflict, named("conflict", conflict.id, conflict.title), numbers);
}

bool Inputs::sets_something_here(const EventEntry& event) const {
  const auto parts = parts_of(event.path);
  if (all_) return true;
  if (parts.size() != 3) return false;
  if (parts[0] == "membership") return concerns(parts[2]);
  if (parts[0] == "position" || parts[0] == "actor") return concerns(parts[1]);
  return between(parts[1], parts[2]);
}

bool Inputs::is_jolted(const EventEntry& shock) const {
  const auto among = [&](const std::string& actor) {
    return std::any_of(shock.actors.begin(), shock.actors.end(),
                       [&](const Listed& named) { return named.name == actor; });
  };
  return all_ || shock.actors.empty() || (among(from_) && among(to_));
}

void Inputs::add(const EventEntry& event) {
  const auto what =
      fmt::format("event {}{}{}", event.id, event.id.empty() ? "" : ", ", to_text(event.date));
  if (event.type == EventType::set) {
    if (sets_something_here(event) && event.value)
      keep(event, what, {{event.path, text_of(*event.value)}});
    return;
  }
  if (event.type == EventType::shock) {
    if (is_jolted(event) && event.spread)
      keep(event, what,
           {{"mean of a shock", text_of(event.mean)}, {"its spread", text_of(*event.spread)}});
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
  if (!all_ && (parts.size() != 3 || !between(parts[1], parts[2]))) return;
  const bool resolved = commitment.resolve.has_value();
  keep(commitment,
       fmt::format("commitment {}: {} if {}", commitment.id, commitment.then, commitment.when),
       {{fmt::format("commitment.{}.{}", commitment.id, resolved ? "resolve" : "credibility"),
         text_of(resolved ? *commitment.resolve : commitment.credibility.value_or(0.0))}});
}

void Inputs::add_dynamics() {
  Input changed{"law of motion", {}, "", "", "What differs from the defaults."};
  const auto defaults = parameter_rows(Dynamics{});
  for (const auto& row : parameter_rows(scenario_.dynamics)) {
    const auto same = [&](const ParameterRow& each) {
      return each.path == row.path && each.value == row.value;
    };
    if (std::none_of(defaults.begin(), defaults.end(), same))
      changed.numbers.push_back({row.path, row.value});
  }
  if (!changed.numbers.empty()) inputs_.push_back(std::move(changed));
}

std::vector<Input> Inputs::gathered() {
  const auto add_all = [&](const auto& entries) {
    for (const auto& entry : entries) add(entry);
  };
  add_all(scenario_.actors);
  add_all(scenario_.relations);
  add_all(scenario_.pacts);
  add_all(scenario_.blocs);
  add_all(scenario_.issues);
  add_all(scenario_.conflicts);
  add_all(scenario_.events);
  add_all(scenario_.commitments);
  if (all_) add_dynamics();
  return std::move(inputs_);
}

}  // namespace

std::vector<Input> inputs_of(const Scenario& scenario, const std::string& from,
                             const std::string& to) {
  return Inputs(scenario, from, to).gathered();
}

std::vector<Input> inputs_of(const Scenario& scenario) { return Inputs(scenario).gathered(); }

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

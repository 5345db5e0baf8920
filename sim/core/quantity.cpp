#include "sim/core/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/core/error.h"

namespace entente {
namespace {

using Kind = Quantity::Kind;

constexpr std::array<PathForm, 13> forms{{
    {Kind::alignment, "alignment.ACTOR.ACTOR", "", "how the first stands towards the second"},
    {Kind::dependence, "dependence.ACTOR.ACTOR", "",
     "share of the first's absorption that comes from exchange with the second"},
    {Kind::sanctions, "sanctions.ACTOR.ACTOR", "notches",
     "level of the first's sanctions on the second"},
    {Kind::support, "support.ACTOR.ACTOR", "notches",
     "level of material support that the first gives the second"},
    {Kind::recognition, "recognition.ACTOR.ACTOR", "",
     "diplomatic recognition that the first grants the second"},
    {Kind::pact, "pact.ACTOR.ACTOR", "", "treaty commitment between the two"},
    {Kind::membership, "membership.BLOC.ACTOR", "", "membership weight of the actor in the bloc"},
    {Kind::position, "position.ACTOR.ISSUE", "", "the actor's stance on the issue"},
    {Kind::intensity, "conflict.CONFLICT.intensity", "", "how intense the conflict is"},
    {Kind::cohesion, "bloc.BLOC.cohesion", "", "how much co-membership binds"},
    {Kind::diversification, "actor.ACTOR.diversification", "",
     "the actor's drive to diversify its exchange"},
    {Kind::capability, "actor.ACTOR.capability", "", "the actor's material capability"},
    {Kind::credibility, "commitment.COMMITMENT.credibility", "",
     "how likely the issuer is to honour the commitment"},
}};

const PathForm& form_of(Kind kind) {
  return *std::find_if(forms.begin(), forms.end(), [&](const auto& f) { return f.kind == kind; });
}

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t dot; (dot = path.find('.', from)) != std::string_view::npos; from = dot + 1)
    parts.emplace_back(path.substr(from, dot - from));
  parts.emplace_back(path.substr(from));
  return parts;
}

const Names& names_for(std::string_view slot, const Roster& roster) {
  if (slot == "ACTOR") return roster.actors;
  if (slot == "BLOC") return roster.blocs;
  if (slot == "ISSUE") return roster.issues;
  if (slot == "COMMITMENT") return roster.commitments;
  return roster.conflicts;
}

bool is_slot(std::string_view part) { return part[0] >= 'A' && part[0] <= 'Z'; }

std::string in_lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return text;
}

/// The path's index for one slot of a form, or an error that names it.
Index index_of(const std::string& name, const std::string& slot, const Roster& roster) {
  const Names& names = names_for(slot, roster);
  if (const auto found = names.find(name)) return *found;
  throw InputError(
      fmt::format("{}: no such {}{}", name, in_lower_case(slot), did_you_mean(name, names.all())));
}

/// Whether the fixed words of a form are those of the path.
bool fits(const std::vector<std::string>& parts, const std::vector<std::string>& form) {
  if (parts.size() != form.size()) return false;
  for (std::size_t p = 0; p < form.size(); ++p)
    if (!is_slot(form[p]) && form[p] != parts[p]) return false;
  return true;
}

[[noreturn]] void reject(std::string_view path, const std::vector<std::string>& parts) {
  std::vector<std::string> heads;
  std::string expected;
  for (const auto& form : forms) {
    const auto head = split(form.form).front();
    if (head == parts.front())
      expected += (expected.empty() ? "" : " or ") + std::string(form.form);
    heads.push_back(head);
  }
  if (!expected.empty())
    throw InputError(fmt::format("{}: not a path; expected {}", path, expected));
  throw InputError(fmt::format("{}: no such path{}", path, did_you_mean(parts.front(), heads)));
}

}  // namespace

std::span<const PathForm> path_forms() { return forms; }

bool settable(Kind kind) { return kind != Kind::capability; }

Bounds bounds_of(const Quantity& q, const World& world) {
  switch (q.kind) {
    case Kind::alignment:
      return world.link == Link::tanh ? within(-1, 1) : any_real();
    case Kind::dependence:
      return {0.0, 1.0, false, true};
    case Kind::sanctions:
      return between(0, world.sanctions().top());
    case Kind::support:
      return between(0, world.support().top());
    case Kind::position:
      return between(-1, 1);
    case Kind::cohesion:
    case Kind::diversification:
      return at_least(0);
    case Kind::capability:
      return above(0);
    default:
      return between(0, 1);
  }
}

double read(const Quantity& q, const World& world) {
  const Index i = q.row, j = q.column;
  switch (q.kind) {
    case Kind::alignment:
      return world.alignment(i, j);
    case Kind::dependence:
      return world.dependence(i, j);
    case Kind::sanctions:
      return world.sanctions()(i, j);
    case Kind::support:
      return world.support()(i, j);
    case Kind::recognition:
      return world.recognition(i, j);
    case Kind::pact:
      return world.pact(i, j);
    case Kind::membership:
      return world.membership(i, j);
    case Kind::position:
      return world.position(i, j);
    case Kind::intensity:
      return world.intensity(i);
    case Kind::cohesion:
      return world.cohesion(i);
    case Kind::diversification:
      return world.diversification(i);
    case Kind::capability:
      return world.capability(i);
    case Kind::credibility:
      return world.commitments[static_cast<std::size_t>(i)].credibility;
  }
  return 0.0;
}

void write(const Quantity& q, double value, World& world) {
  const Index i = q.row, j = q.column;
  expects(settable(q.kind), "a quantity that may be set");
  switch (q.kind) {
    case Kind::alignment:
      return world.set_alignment(i, j, value);
    case Kind::dependence:
      return world.set_dependence(i, j, value);
    case Kind::sanctions:
      return world.set_common_level(ChoiceLayer::sanctions, i, j,
                                    static_cast<int>(std::lround(value)));
    case Kind::support:
      return world.set_level(ChoiceLayer::support, i, j, static_cast<int>(std::lround(value)));
    case Kind::recognition:
      world.recognition(i, j) = value;
      return world.refresh_ties();
    case Kind::pact:
      world.pact(i, j) = world.pact(j, i) = value;
      return;
    case Kind::membership:
      return world.set_membership(i, j, value);
    case Kind::position:
      world.position(i, j) = value;
      return;
    case Kind::intensity:
      world.intensity(i) = value;
      return world.refresh_conflicts();
    case Kind::cohesion:
      world.cohesion(i) = value;
      return world.refresh_ties();
    case Kind::diversification:
      world.diversification(i) = value;
      return;
    case Kind::credibility:
      world.commitments[static_cast<std::size_t>(i)].credibility = value;
      return;
    case Kind::capability:
      return;
  }
}

Quantity parse_quantity(std::string_view path, const Roster& roster) {
  const auto parts = split(path);
  for (const auto& candidate : forms) {
    const auto form = split(candidate.form);
    if (!fits(parts, form)) continue;
    std::array<Index, 2> indices{0, 0};
    std::size_t filled = 0;
    for (std::size_t p = 0; p < form.size(); ++p)
      if (is_slot(form[p])) indices[filled++] = index_of(parts[p], form[p], roster);
    if (form[1] == "ACTOR" && form.back() == "ACTOR" && indices[0] == indices[1])
      throw InputError(fmt::format("{}: an actor has no relation to itself", path));
    return {candidate.kind, indices[0], indices[1]};
  }
  reject(path, parts);
}

std::string path_of(const Quantity& q, const Roster& roster) {
  std::string path;
  std::array<Index, 2> indices{q.row, q.column};
  std::size_t used = 0;
  for (const auto& part : split(form_of(q.kind).form)) {
    if (!path.empty()) path += '.';
    path += is_slot(part) ? names_for(part, roster)[indices[used++]] : part;
  }
  return path;
}

}  // namespace entente

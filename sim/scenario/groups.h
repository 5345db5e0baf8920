#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>

#include "sim/core/bloc_rule.h"
#include "sim/scenario/field.h"
#include "sim/scenario/values.h"

namespace entente {

/// `[[bloc]]`: an organisation with members.
struct BlocEntry {
  std::string id, name;
  Weights members;
  double cohesion = 0.0;
  BlocDecision decision = BlocDecision::none;
  std::string leader;
  std::string basis, note;
  Origin origin;

  static constexpr std::string_view key = "bloc";
  static constexpr std::string_view meaning = "An organisation with members.";
  static constexpr auto fields() {
    using Self = BlocEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "its name in paths"},
        Field{&Self::name, "name", kinds::Text{}, Need::optional, "its full name"},
        Field{&Self::members, "members", kinds::Numbers{"actor", between(0, 1), true},
              Need::optional, "m: its members, with the weight of each membership"},
        Field{&Self::cohesion, "cohesion", kinds::Number{at_least(0)}, Need::required,
              "η: how much co-membership binds"},
        Field{&Self::decision, "decision", kinds::Word<BlocDecision>{}, Need::optional,
              "how it decides on its members' sanctions; under \"none\" each decides on its own"},
        Field{&Self::leader, "leader", kinds::Reference{"a member"}, Need::optional,
              "who decides alone (decision = \"leader\")"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the numbers rest on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why these numbers"}};
  }
  bool operator==(const BlocEntry&) const = default;
};

/// `[[issue]]`: a question on which actors take positions.
struct IssueEntry {
  std::string id, title;
  Weights positions, salience;
  std::string basis, note;
  Origin origin;

  static constexpr std::string_view key = "issue";
  static constexpr std::string_view meaning = "A question on which actors take positions.";
  static constexpr auto fields() {
    using Self = IssueEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "its name in paths"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "what it is about"},
        Field{&Self::positions, "positions", kinds::Numbers{"actor", between(-1, 1)},
              Need::optional, "x: where actors stand; 0 for all others"},
        Field{&Self::salience, "salience", kinds::Numbers{"actor", {0.0, 1e6}}, Need::optional,
              "s: how much actors care, relative to other issues; 1 for all others"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the numbers rest on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why these numbers"}};
  }
  bool operator==(const IssueEntry&) const = default;
};

/// `[[conflict]]`: an armed conflict with two sides.
struct ConflictEntry {
  std::string id, title;
  Weights attackers, defenders;
  double intensity = 1.0;
  std::string basis, note;
  Origin origin;

  static constexpr std::string_view key = "conflict";
  static constexpr std::string_view meaning = "An armed conflict with two sides.";
  static constexpr auto fields() {
    using Self = ConflictEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "its name in paths"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "what it is called"},
        Field{&Self::attackers, "attackers", kinds::Numbers{"actor", between(0, 1), true},
              Need::optional, "σ⁰ > 0: who attacks, and how far each is declared to take part"},
        Field{&Self::defenders, "defenders", kinds::Numbers{"actor", between(0, 1), true},
              Need::optional, "σ⁰ < 0: who defends, and how far each is declared to take part"},
        Field{&Self::intensity, "intensity", kinds::Number{between(0, 1)}, Need::optional,
              "h: how intense it is"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the numbers rest on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why these numbers"}};
  }
  bool operator==(const ConflictEntry&) const = default;
};

}  // namespace entente

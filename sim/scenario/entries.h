#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "sim/scenario/field.h"
#include "sim/scenario/values.h"

namespace entente {

/// `[[source]]`: anything a number can rest on.
struct SourceEntry {
  std::string id, title, author, publisher, url, note;
  std::optional<Date> date;
  Origin origin;

  static constexpr std::string_view key = "source";
  static constexpr std::string_view meaning = "Anything a number can rest on.";
  static constexpr auto fields() {
    using Self = SourceEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "what `basis` names"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "its title"},
        Field{&Self::author, "author", kinds::Text{}, Need::optional, "who wrote it"},
        Field{&Self::publisher, "publisher", kinds::Text{}, Need::optional, "who published it"},
        Field{&Self::date, "date", kinds::Day{}, Need::optional, "when it appeared"},
        Field{&Self::url, "url", kinds::Text{}, Need::optional, "where it can be read"},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "anything else"}};
  }
  bool operator==(const SourceEntry&) const = default;
};

/// `[[actor]]`: a state, or a bloc modelled as one actor.
struct ActorEntry {
  std::string id, name, basis, note;
  double capability = 1.0;
  std::optional<double> diversification;
  Weights covariates;
  std::vector<Listed> states;
  Origin origin;

  static constexpr std::string_view key = "actor";
  static constexpr std::string_view meaning = "A state, or a bloc modelled as one actor.";
  static constexpr auto fields() {
    using Self = ActorEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required,
              "its name in paths: ISO 3166 alpha-3 for states, so that data sets match"},
        Field{&Self::name, "name", kinds::Text{}, Need::optional, "its full name"},
        Field{&Self::capability, "capability", kinds::Number{above(0)}, Need::required,
              "c: material capability, a share of the world's (CINC) or any unit"},
        Field{&Self::diversification, "diversification", kinds::Number{at_least(0)}, Need::optional,
              "ζ: its own drive away from large shares, in place of the common one"},
        Field{&Self::covariates, "covariates", kinds::Numbers{"covariate", any_real()},
              Need::optional,
              "what else is known of it, for the ego, alter and similarity effects"},
        Field{
            &Self::states, "states", kinds::Names{"states, such as [\"AUT\", \"BEL\"]"},
            Need::optional,
            "the states that it stands for on a map, by ISO 3166 alpha-3; itself, where its id is "
            "one"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the numbers rest on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why these numbers"}};
  }
  bool operator==(const ActorEntry&) const = default;
};

/// `[[relation]]`: how one actor stands to another at the start.
struct RelationEntry {
  std::string from, to;
  bool mutual = false;
  double alignment = 0.0;
  double dependence = 0.0;
  double recognition = 1.0;
  Amount sanctions, support;
  std::optional<double> baseline;
  Weights covariates;
  std::string basis, note;
  Origin origin;

  static constexpr std::string_view key = "relation";
  static constexpr std::string_view meaning = "How one actor stands to another at the start.";
  static constexpr auto fields() {
    using Self = RelationEntry;
    return std::tuple{
        Field{&Self::from, "from", kinds::Reference{"an actor"}, Need::required, "i, who stands"},
        Field{&Self::to, "to", kinds::Reference{"an actor"}, Need::required, "j, towards whom"},
        Field{&Self::mutual, "mutual", kinds::Flag{}, Need::optional,
              "write both directions with the same numbers"},
        Field{&Self::alignment, "alignment", kinds::Number{any_real()}, Need::optional,
              "A: how i stands towards j, in (-1, 1) under the tanh link"},
        Field{&Self::dependence, "dependence", kinds::Number{{0.0, 1.0, false, true}},
              Need::optional, "D: share of i's absorption that comes from exchange with j"},
        Field{&Self::recognition, "recognition", kinds::Number{between(0, 1)}, Need::optional,
              "R: diplomatic recognition that i grants j"},
        Field{&Self::sanctions, "sanctions", kinds::Level{ChoiceLayer::sanctions}, Need::optional,
              "S: i's sanctions on j"},
        Field{&Self::support, "support", kinds::Level{ChoiceLayer::support}, Need::optional,
              "M: material support that i gives j"},
        Field{&Self::baseline, "baseline", kinds::Number{any_real()}, Need::optional,
              "where this alignment tends to, if not to rest"},
        Field{&Self::covariates, "covariates", kinds::Numbers{"covariate", any_real()},
              Need::optional,
              "what else lies between i and j, for the dyadic effects; 0 elsewhere"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the numbers rest on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why these numbers"}};
  }
  bool operator==(const RelationEntry&) const = default;
};

/// `[[pact]]`: a treaty between two actors.
struct PactEntry {
  std::array<std::string, 2> between;
  double strength = 1.0;
  std::string name, basis, note;
  Origin origin;

  static constexpr std::string_view key = "pact";
  static constexpr std::string_view meaning = "A treaty between two actors.";
  static constexpr auto fields() {
    using Self = PactEntry;
    return std::tuple{
        Field{&Self::between, "between", kinds::Pair{}, Need::required, "its two parties"},
        Field{&Self::strength, "strength", kinds::Number{entente::between(0, 1)}, Need::optional,
              "P: how far it commits them"},
        Field{&Self::name, "name", kinds::Text{}, Need::optional, "its name"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the number rests on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why this number"}};
  }
  bool operator==(const PactEntry&) const = default;
};

}  // namespace entente

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "sim/scenario/field.h"
#include "sim/scenario/values.h"

namespace entente {

/// `[[commitment]]`: a threat or a promise, public and conditional.
struct CommitmentEntry {
  std::string id, by, when, then;
  std::optional<double> credibility, resolve;
  std::optional<Date> until;
  std::string basis, note;
  Origin origin;

  static constexpr std::string_view key = "commitment";
  static constexpr std::string_view meaning = "A threat or a promise, public and conditional.";
  static constexpr auto fields() {
    using Self = CommitmentEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "its name in paths"},
        Field{&Self::by, "by", kinds::Reference{"an actor"}, Need::required,
              "who threatens or promises"},
        Field{
            &Self::when, "when", kinds::Text{}, Need::required,
            "the condition: a test of any path, as in \"support.CHN.RUS >= lethal\", or an event, "
            "as in \"event.attack\""},
        Field{&Self::then, "then", kinds::Text{}, Need::required,
              "the response: a level of the issuer's, as in \"sanctions.USA.CHN = severe\""},
        Field{&Self::credibility, "credibility", kinds::Number{between(0, 1)}, Need::optional,
              "p: how likely the issuer is to honour it"},
        Field{&Self::resolve, "resolve", kinds::Number{any_real()}, Need::optional,
              "in place of a credibility, which then follows: the log-odds that the issuer honours "
              "it if nobody were watching"},
        Field{&Self::until, "until", kinds::Day{}, Need::optional,
              "the last day on which it can be called in; without one, as long as the run"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the number rests on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "why this number"}};
  }
  bool operator==(const CommitmentEntry&) const = default;
};

}  // namespace entente

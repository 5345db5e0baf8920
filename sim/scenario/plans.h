#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/events/shock.h"
#include "sim/scenario/field.h"
#include "sim/scenario/values.h"

namespace entente {

enum class EventType { interaction, set, shock };
constexpr std::array<std::string_view, 3> names_of(EventType) {
  return {"interaction", "set", "shock"};
}
inline std::string_view name_of(EventType type) {
  return names_of(type)[static_cast<std::size_t>(type)];
}

/// The fields of an event that some types take and others do not.
inline std::vector<std::string_view> own_fields(EventType type) {
  if (type == EventType::set) return {"path", "value"};
  if (type == EventType::shock) return {"mutual", "actors", "distribution", "mean", "spread"};
  return {"from", "to", "cameo", "goldstein", "mutual"};
}

/// Whether an event of a type takes a field.
bool takes(EventType type, std::string_view field);

/// `[[event]]`: something that happens on a date.
struct EventEntry {
  std::string id;
  Date date{};
  EventType type = EventType::interaction;
  std::string from, to, cameo;
  std::optional<double> goldstein;
  bool mutual = false;
  std::string path;
  std::optional<Amount> value;
  std::vector<Listed> actors;
  ShockDistribution distribution = ShockDistribution::normal;
  double mean = 0.0;
  std::optional<double> spread;
  std::string basis, note;
  Origin origin;

  static constexpr std::string_view key = "event";
  static constexpr std::string_view meaning = "Something that happens on a date.";
  static constexpr auto fields() {
    using Self = EventEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::optional,
              "its name in paths, where it is to be addressed"},
        Field{&Self::date, "date", kinds::Day{}, Need::required,
              "the day; not before the start, and before the end of the last tick"},
        Field{
            &Self::type, "type", kinds::Word<EventType>{}, Need::required,
            "interaction: a jump in alignment; set: a change of the world; shock: a random jolt to "
            "many dyads"},
        Field{&Self::from, "from", kinds::Reference{"an actor"}, Need::optional,
              "who acts (interaction)"},
        Field{&Self::to, "to", kinds::Reference{"an actor"}, Need::optional,
              "towards whom (interaction)"},
        Field{&Self::cameo, "cameo", kinds::Text{}, Need::optional,
              "CAMEO code of the act, which gives its Goldstein score (interaction)"},
        Field{&Self::goldstein, "goldstein", kinds::Number{entente::between(-10, 10)},
              Need::optional, "g: Goldstein score, in place of a code (interaction)"},
        Field{&Self::mutual, "mutual", kinds::Flag{}, Need::optional,
              "whether both sides jump alike (interaction, shock)"},
        Field{&Self::path, "path", kinds::Text{}, Need::optional, "what changes (set)"},
        Field{&Self::value, "value", kinds::NewValue{}, Need::optional, "its new value (set)"},
        Field{&Self::actors, "actors", kinds::Names{"actors, such as [\"BLR\", \"RUS\"]"},
              Need::optional, "among whom, at least two; all, where none are named (shock)"},
        Field{&Self::distribution, "distribution", kinds::Word<ShockDistribution>{}, Need::optional,
              "how the draws ξ are distributed: N(0, 1), or uniform in (-1, 1) (shock)"},
        Field{&Self::mean, "mean", kinds::Number{any_real()}, Need::optional,
              "by how much affinity jumps on average (shock)"},
        Field{&Self::spread, "spread", kinds::Number{at_least(0)}, Need::optional,
              "by how much ξ moves affinity: the standard deviation of a normal shock, the "
              "half-width "
              "of a uniform one (shock)"},
        Field{&Self::basis, "basis", kinds::Reference{"a source, or \"estimate\""}, Need::optional,
              "what the number rests on: a source's id, or \"estimate\""},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "what happened"}};
  }
  bool operator==(const EventEntry&) const = default;
};

/// `[output]`: what a run records and explains.
struct OutputEntry {
  std::vector<Listed> watch, explain;
  Origin origin;

  static constexpr std::string_view key = "output";
  static constexpr std::string_view meaning = "What a run records and explains.";
  static constexpr auto fields() {
    using Self = OutputEntry;
    return std::tuple{Field{&Self::watch, "watch", kinds::Paths{}, Need::optional,
                            "the paths whose course every run records"},
                      Field{&Self::explain, "explain", kinds::Paths{}, Need::optional,
                            "the alignments whose every cause is kept"}};
  }
  bool operator==(const OutputEntry&) const = default;
};

/// `[[variant]]`: a counterfactual, the same world but for this.
struct VariantEntry {
  std::string id, title;
  std::vector<Change> set;
  std::vector<Listed> without;
  std::vector<EventEntry> event;
  std::string note;
  Origin origin;

  static constexpr std::string_view key = "variant";
  static constexpr std::string_view meaning = "A counterfactual: the same world but for this.";
  static constexpr auto fields() {
    using Self = VariantEntry;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required,
              "its name; \"base\" is the scenario itself"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "what it asks"},
        Field{&Self::set, "set", kinds::Changes{}, Need::optional, "new values by path"},
        Field{&Self::without, "without", kinds::Paths{}, Need::optional,
              "what is left out: the paths of entries, which take their defaults"},
        Field{&Self::event, "event", kinds::Entries{"event"}, Need::optional,
              "events that happen besides"},
        Field{&Self::note, "note", kinds::Text{}, Need::optional, "anything else"}};
  }
  bool operator==(const VariantEntry&) const = default;
};

}  // namespace entente

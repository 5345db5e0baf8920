#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "sim/core/calendar.h"
#include "sim/core/roster.h"
#include "sim/engine/dynamics.h"
#include "sim/scenario/commitment_entry.h"
#include "sim/scenario/entries.h"
#include "sim/scenario/groups.h"
#include "sim/scenario/plans.h"
#include "sim/scenario/texts.h"

namespace entente {

/// What a scenario file says, as plain values. Nothing here is computed yet: `compile` makes it a
/// model, `to_toml` a file again. The fields of `[scenario]` are members of the scenario itself.
struct Scenario {
  std::string id, title, question;
  Date start{};
  std::optional<Date> end;            ///< either this …
  std::optional<std::int64_t> ticks;  ///< … or this
  int step = 7;                       ///< days
  std::uint64_t seed = 1;

  std::vector<SourceEntry> sources;
  std::vector<ActorEntry> actors;
  std::vector<RelationEntry> relations;
  std::vector<PactEntry> pacts;
  std::vector<BlocEntry> blocs;
  std::vector<IssueEntry> issues;
  std::vector<ConflictEntry> conflicts;
  std::vector<EventEntry> events;
  std::vector<CommitmentEntry> commitments;
  Dynamics dynamics;
  OutputEntry output;
  std::vector<VariantEntry> variants;

  Origin origin;
  std::map<std::string, Mark, std::less<>> dynamics_marks;  ///< by full path of a parameter
  std::shared_ptr<const Texts> texts;                       ///< the files read, if any
  std::vector<std::string> other_events;  ///< ids of events of the base or of other variants

  static constexpr std::int64_t most_ticks = 1'000'000;
  static constexpr std::size_t most_actors = 2'000;
  static constexpr std::size_t most_groups = 1'000;  ///< of blocs, issues, conflicts, variants each

  static constexpr std::string_view key = "scenario";
  static constexpr std::string_view meaning = "What the scenario asks, and its time axis.";
  static constexpr auto fields() {
    using Self = Scenario;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "a short name"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "a full title"},
        Field{&Self::question, "question", kinds::Text{}, Need::optional, "what it asks"},
        Field{&Self::start, "start", kinds::Day{}, Need::required, "the first day"},
        Field{&Self::end, "end", kinds::Day{}, Need::optional,
              "the day the run reaches; the last tick covers it. Or give ticks"},
        Field{&Self::ticks, "ticks", kinds::Whole{1, most_ticks}, Need::optional,
              "how many steps the run takes. Or give end"},
        Field{&Self::step, "step", kinds::Span{}, Need::optional, "the length of a tick"},
        Field{&Self::seed, "seed", kinds::Whole{0, std::numeric_limits<std::int64_t>::max()},
              Need::optional, "what all random numbers follow from"}};
  }
  /// The tables of a file, in the order in which they are read, written and documented.
  static constexpr auto sections() {
    return std::tuple{&Scenario::sources,   &Scenario::actors,  &Scenario::relations,
                      &Scenario::pacts,     &Scenario::blocs,   &Scenario::issues,
                      &Scenario::conflicts, &Scenario::events,  &Scenario::commitments,
                      &Scenario::output,    &Scenario::variants};
  }
};

/// The entry type of a section: of each element of a list, or of the table itself.
template <class Member>
struct EntryOf {
  using type = Member;
  static constexpr bool is_list = false;
};
template <class Entry>
struct EntryOf<std::vector<Entry>> {
  using type = Entry;
  static constexpr bool is_list = true;
};

/// Calls `f(member)` on each section of a scenario: a vector of entries, or `OutputEntry`.
template <class S, class F>
void for_each_section(S& scenario, F&& f) {
  std::apply([&](const auto&... section) { (f(scenario.*section), ...); }, Scenario::sections());
}

/// Whether two scenarios say the same, wherever it stands.
bool operator==(const Scenario& a, const Scenario& b);

/// The time axis. A tick is counted for every step begun before `end`.
Calendar calendar_of(const Scenario& scenario);

/// Who and what the scenario's world is made of, in file order.
std::shared_ptr<const Roster> roster_of(const Scenario& scenario);

/// The highest level L of a layer.
int top_of(const Scenario& scenario, ChoiceLayer layer);

/// The level that an amount means, in notches. Throws `InputError` where there is none such.
int level_of(const Amount& amount, ChoiceLayer layer, int top);

/// The parts of a path, as {"alignment", "BLR", "CHN"}.
std::vector<std::string> parts_of(std::string_view path);

}  // namespace entente

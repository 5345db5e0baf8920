#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/scenario/document.h"
#include "sim/scenario/field.h"
#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

template <class Value>
struct Unwrapped {
  using type = Value;
};
template <class Value>
struct Unwrapped<std::optional<Value>> {
  using type = Value;
};

/// What a value is to be called in messages, and where it stands.
struct Spot {
  std::string_view name;
  Mark mark;
};

/// Takes a scalar into a member, or reports what is wrong with it.
template <kinds::IsScalar Kind, class Value>
void take(const Kind& kind, const Scalar& scalar, const Spot& spot, Value& member, Report& report) {
  const auto accepted = kind.accept(scalar);
  if (!accepted)
    return report.error(spot.mark, fmt::format("{}: {}", spot.name, problem(kind, scalar)));
  member = static_cast<typename Unwrapped<Value>::type>(*accepted);
}

template <kinds::IsScalar Kind, class Value>
void take(const Kind& kind, const Node& node, const Spot& spot, Value& member, Report& report) {
  if (node.form == Node::Form::scalar) return take(kind, node.scalar, spot, member, report);
  report.error(spot.mark, fmt::format("{}: {} is not {}", spot.name, shown(node), kind.expected()));
}

void take(const kinds::Pair& kind, const Node& node, const Spot& spot,
          std::array<std::string, 2>& member, Report& report);
void take(const kinds::Numbers& kind, const Node& node, const Spot& spot, Weights& member,
          Report& report);
void take(const kinds::Names& kind, const Node& node, const Spot& spot, std::vector<Listed>& member,
          Report& report);
void take(const kinds::Paths& kind, const Node& node, const Spot& spot, std::vector<Listed>& member,
          Report& report);
void take(const kinds::Changes& kind, const Node& node, const Spot& spot,
          std::vector<Change>& member, Report& report);
void take(const kinds::Entries& kind, const Node& node, const Spot& spot,
          std::vector<EventEntry>& member, Report& report);

/// Adds a number under a name, or reports what is wrong with it.
void take_weight(const kinds::Numbers& kind, const std::string& name, const Scalar& value,
                 const Mark& mark, Weights& weights, Report& report);

template <class Entry>
void require_all(const Entry& entry, Report& report) {
  for_each_field<Entry>([&](const auto& field, std::size_t index) {
    if (field.need == Need::required && !entry.origin.fields[index].known())
      report.error(entry.origin.entry, fmt::format("{}: {} is missing (expected {})", Entry::key,
                                                   field.name, field.kind.expected()));
  });
}

/// Reads the fields of one entry from a table. What is wrong is reported and keeps its default.
template <class Entry>
void read_fields(const Node& table, Entry& entry, Report& report) {
  entry.origin.entry = table.mark;
  for (const auto& member : table.members) {
    const Node& node = member.node;
    const bool known = with_field<Entry>(member.key, [&](const auto& field, std::size_t index) {
      entry.origin.fields[index] = node.mark;
      const std::size_t before = report.errors();
      take(field.kind, node, {field.name, node.mark}, entry.*(field.member), report);
      if (report.errors() > before) entry.origin.unread |= static_cast<std::uint16_t>(1U << index);
    });
    if (!known)
      report.error(member.mark, fmt::format("{}: no such key in {}{}", member.key, Entry::key,
                                            did_you_mean(member.key, field_names<Entry>())));
  }
  require_all(entry, report);
}

/// Reads a list of tables, as `[[actor]]` makes one.
template <class Entry>
void read_list(const Node& list, std::vector<Entry>& entries, Report& report) {
  const bool tables = list.form == Node::Form::list &&
                      std::all_of(list.items.begin(), list.items.end(),
                                  [](const Node& item) { return item.form == Node::Form::table; });
  if (!tables)
    return report.error(
        list.mark, fmt::format("{0}: {1} is not a list of tables; write [[{0}]] above each entry",
                               Entry::key, shown(list)));
  entries.reserve(entries.size() + list.items.size());
  for (const auto& item : list.items) read_fields(item, entries.emplace_back(), report);
}

}  // namespace entente

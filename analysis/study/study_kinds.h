#pragma once

#include <string>
#include <vector>

#include "sim/scenario/document.h"
#include "sim/scenario/field.h"
#include "sim/scenario/read_entry.h"
#include "sim/scenario/report.h"

namespace entente {

namespace kinds {

/// The two ends of a range.
struct Ends {
  std::string expected() const { return "two numbers or two dates, such as [0.5, 2.0]"; }
};

/// Values one by one.
struct Scalars {
  std::string expected() const { return "a list of values, such as [0.2, 0.5, 0.9]"; }
};

/// A table of another entry's fields.
template <class Entry>
struct Table {
  std::string expected() const { return fmt::format("a table: {} = {{ … }}", Entry::key); }
};

}  // namespace kinds

void take(const kinds::Ends& kind, const Node& node, const Spot& spot, std::vector<Scalar>& member,
          Report& report);
void take(const kinds::Scalars& kind, const Node& node, const Spot& spot,
          std::vector<Scalar>& member, Report& report);

template <class Entry>
void take(const kinds::Table<Entry>& kind, const Node& node, const Spot& spot, Entry& member,
          Report& report) {
  if (node.form == Node::Form::table) return read_fields(node, member, report);
  report.error(spot.mark, fmt::format("{}: {} is not {}", spot.name, shown(node), kind.expected()));
}

}  // namespace entente

#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "sim/scenario/document.h"
#include "sim/scenario/read_entry.h"
#include "sim/scenario/report.h"

// What scenario, study and calibration files have in common: the key `format`, one main table, and
// lists of others.

namespace entente {

/// The beginning of a file, for what is missing from it.
inline constexpr Mark beginning{1, 1, 1, 0};

/// Reports whatever stands at the top of a file and is none of the known keys and tables, each with
/// the nearest of them.
void report_unknown_keys(const Node& document, const std::vector<std::string>& known,
                         Report& report);

/// Reports a key `format` that is missing or not 1.
void read_format(const Node& document, Report& report);

/// Reads the main table of a file into an entry, or reports that there is none.
template <class Entry>
void read_main_table(const Node& document, Entry& entry, Report& report) {
  const Node* table = document.find(Entry::key);
  if (!table) return report.error(beginning, fmt::format("the table [{}] is missing", Entry::key));
  if (table->form != Node::Form::table)
    return report.error(table->mark, fmt::format("{0}: {1} is not a table; write [{0}]", Entry::key,
                                                 shown(*table)));
  read_fields(*table, entry, report);
}

}  // namespace entente

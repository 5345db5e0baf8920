#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/describe/description.h"
#include "analysis/describe/page.h"
#include "analysis/describe/reference.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/read.h"

namespace entente::descriptions {

inline Scenario scenario_at(const std::string& path) {
  return read_scenario(std::string(ENTENTE_SOURCE_DIR) + "/" + path).scenario;
}

/// Four actors with everything on.
inline Scenario small_world() { return scenario_at("tests/ensemble/small_world.toml"); }

/// Adds a threat to a scenario of north, east and west, which north's own step would trigger.
inline void threaten(Scenario& scenario) {
  CommitmentEntry& threat = scenario.commitments.emplace_back();
  threat.id = "warning";
  threat.by = "east";
  threat.when = "support.north.west >= 3";
  threat.then = "sanctions.east.north = 2";
  threat.credibility = 0.625;
  threat.basis = "estimate";
  threat.note = "said in public";
}

inline std::string described(const Scenario& scenario, const std::string& variant = "base") {
  return odd_description(scenario, {"file.toml", {}, variant, "0.1.0", "a compiler", "abc"});
}

inline std::vector<Entry> mechanisms() { return mechanism_lists().front().entries; }
inline std::vector<Entry> metrics() { return metric_lists().front().entries; }
/// The effects on q of both layers, but those of covariates.
inline std::vector<Entry> effects() {
  const auto lists = effect_lists();
  std::vector<Entry> all = lists[0].entries;
  all.insert(all.end(), lists[1].entries.begin(), lists[1].entries.end());
  std::erase_if(all, [](const Entry& entry) { return entry.name == "deterrence"; });
  return all;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines{""};
  for (const char c : text)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  return lines;
}

/// The text with line breaks and indentation as single blanks, to find sentences in.
inline std::string unbroken(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const char shown = c == '\n' ? ' ' : c;
    if (shown != ' ' || !result.ends_with(' ')) result += shown;
  }
  return result;
}

/// Whether an equation is displayed under a name: "    balance  B += β A diag(ω)".
inline bool displays(const std::string& text, const std::string& name,
                     const std::string& equation) {
  const auto lines = lines_of(text);
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.starts_with("    " + name + " ") && line.ends_with(" " + equation);
  });
}

/// How many cells a row of a table has; an escaped bar ends none.
inline std::size_t cells_of(const std::string& row) {
  std::size_t bars = 0;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (row[c] == '\\')
      ++c;
    else
      bars += row[c] == '|' ? 1 : 0;
  }
  return bars - 1;
}

/// The first row that has another number of cells than the one above it, or "".
inline std::string ragged_row(const std::string& text) {
  std::size_t cells = 0;
  for (const auto& line : lines_of(text)) {
    const std::size_t here = line.starts_with('|') ? cells_of(line) : 0;
    if (cells > 0 && here > 0 && here != cells) return line;
    cells = here;
  }
  return "";
}

}  // namespace entente::descriptions

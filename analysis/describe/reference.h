#pragma once

#include <string>
#include <vector>

#include "sim/engine/dynamics.h"

namespace entente {

/// One parameter as the reference shows it.
struct ParameterEntry {
  std::string path;   ///< in full, or relative to the entry it belongs to
  std::string value;  ///< as a scenario file writes it
  std::string unit, bounds, meaning;
};

/// One mechanism, effect, metric, event type or path as the reference shows it. What does not apply
/// is empty.
struct Entry {
  std::string name, equation, meaning, unit, source;
  std::vector<ParameterEntry> parameters;
};

/// One list of the reference, with a heading: part of what `entente list` prints.
struct EntryList {
  std::string heading;
  std::string equations;  ///< what the entries' equations are: "equation", "Goldstein score"
  std::vector<Entry> entries;
};

/// All from the declarations in the code, in catalogue order, with the parameters' values; without
/// an argument, with their defaults.
std::vector<EntryList> mechanism_lists(const Dynamics& dynamics);
std::vector<EntryList> effect_lists(const Dynamics& dynamics);
inline std::vector<EntryList> mechanism_lists() { return mechanism_lists(Dynamics{}); }
inline std::vector<EntryList> effect_lists() { return effect_lists(Dynamics{}); }
std::vector<EntryList> metric_lists();
std::vector<EntryList> event_lists();
/// The law of motion's parameters, and the paths of a scenario's world.
std::vector<EntryList> parameter_lists();

}  // namespace entente

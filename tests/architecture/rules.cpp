#include "tests/architecture/rules.h"

#include <algorithm>
#include <array>

namespace entente::architecture {
namespace {

struct Layer {
  std::string folder;
  std::vector<std::string> below;
};

/// The layers from the bottom up, each with those that it may include.
const std::vector<Layer>& layers() {
  static const std::vector<Layer> all = [] {
    std::vector<Layer> list{{"sim/core", {}},
                            {"sim/alignment", {"sim/core"}},
                            {"sim/choice", {"sim/core"}},
                            {"sim/exchange", {"sim/core"}},
                            {"sim/events", {"sim/core"}}};
    // From here on every layer may include all that stand before it.
    for (const char* folder :
         {"sim/engine", "sim/scenario", "analysis/metrics", "analysis/explain", "analysis/ensemble",
          "analysis/compare", "analysis/design", "analysis/study", "analysis/sensitivity",
          "analysis/store", "analysis/sweep", "analysis/calibrate", "analysis/describe",
          "analysis/report", "analysis/data", "analysis/validate", "cli"}) {
      Layer layer{folder, {}};
      for (const Layer& lower : list) layer.below.push_back(lower.folder);
      list.push_back(layer);
    }
    return list;
  }();
  return all;
}

const Layer* layer_of(const std::string& path) {
  for (const Layer& layer : layers())
    if (path.starts_with(layer.folder + "/")) return &layer;
  return nullptr;
}

struct Library {
  std::string_view prefix;  ///< of its headers' names
  std::string_view folder;  ///< the one that may include it
  bool in_headers = false;
};

constexpr std::array libraries{
    Library{"toml++/", "sim/scenario"},         Library{"CLI/", "cli", true},
    Library{"tbb/", "analysis/ensemble", true}, Library{"oneapi/", "analysis/ensemble", true},
    Library{"netcdf", "analysis/store", true},  Library{"H5", "analysis/store"},
    Library{"sqlite3", "analysis/store", true}, Library{"zlib", "analysis/report"},
    Library{"nlopt", "analysis/calibrate"},     Library{"Clp", "analysis/metrics"},
    Library{"Coin", "analysis/metrics"},        Library{"coin/", "analysis/metrics"}};

constexpr std::array threads_and_streams{"iostream",           "thread", "mutex", "atomic",
                                         "condition_variable", "future", "tbb/",  "oneapi/"};

std::string at(const Source& source, int line, const std::string& what) {
  return source.path + ":" + std::to_string(line) + ": " + what;
}

bool covered(const Source& source) {
  return source.in("sim") || source.in("analysis") || source.in("cli");
}

/// The simulator proper: no threads, no streams, no output formats.
bool in_simulator(const Source& source) { return source.in("sim"); }

bool names_an_outside_thing(const Source& source, const Word& word) {
  const std::string_view before = std::string_view(source.code).substr(0, word.offset);
  return before.ends_with("::") || before.ends_with(".") || before.ends_with("->");
}

bool says_nothing(std::string_view name) {
  for (const std::string_view ending :
       {"Manager", "Helper", "Utils", "Util", "Base", "Data", "Info"})
    if (name.ends_with(ending)) return true;
  return name.starts_with("get_");
}

bool irreproducible(std::string_view name) {
  constexpr std::array list{"random_device",         "system_clock", "steady_clock", "mt19937",
                            "default_random_engine", "rand",         "srand",        "shuffle"};
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

Violations broken_layers(const Source& source) {
  if (!covered(source)) return {};
  const Layer* layer = layer_of(source.path);
  if (layer == nullptr) return {at(source, 1, "stands in no layer")};
  Violations found;
  for (const Include& include : source.includes) {
    const Layer* other = layer_of(include.name);
    if (other != nullptr && other != layer &&
        std::find(layer->below.begin(), layer->below.end(), other->folder) == layer->below.end())
      found.push_back(at(source, include.line, layer->folder + " may not include " + include.name));
    if (include.name.starts_with("tests/") || include.name.starts_with("bench/"))
      found.push_back(at(source, include.line, "only tests may include " + include.name));
    for (const Library& library : libraries)
      if (include.name.starts_with(library.prefix) &&
          (layer->folder != library.folder || (source.header() && !library.in_headers)))
        found.push_back(at(source, include.line, "may not include " + include.name));
    for (const std::string_view header : threads_and_streams)
      if (in_simulator(source) && include.name.starts_with(header))
        found.push_back(at(source, include.line, "the simulator knows no " + include.name));
  }
  return found;
}

Violations broken_paths(const Source& source, const std::set<std::string>& existing) {
  Violations found;
  for (const Include& include : source.includes)
    if (include.quoted && !include.name.ends_with(".inc") && !existing.contains(include.name))
      found.push_back(at(source, include.line, "no such file from the root: " + include.name));
  return found;
}

Violations oversized(const Source& source) {
  Violations found;
  const auto lines = std::count(source.text.begin(), source.text.end(), '\n');
  if (lines > 400) found.push_back(at(source, 1, std::to_string(lines) + " lines; at most 400"));
  for (const Function& function : functions(source.code))
    if (function.lines > 40)
      found.push_back(at(source, function.line,
                         std::to_string(function.lines) + " lines; at most 40: " + function.head));
  return found;
}

Violations forbidden_names(const Source& source) {
  Violations found;
  for (const Word& word : words(source.code)) {
    if (says_nothing(word.name) && !names_an_outside_thing(source, word))
      found.push_back(at(source, word.line, "says nothing: " + std::string(word.name)));
    if (in_simulator(source) && irreproducible(word.name))
      found.push_back(at(source, word.line, "not reproducible: " + std::string(word.name)));
  }
  return found;
}

Violations unfinished(const Source& source) {
  Violations found;
  if (source.header() && !source.code.starts_with("#pragma once\n"))
    found.push_back(at(source, 1, "a header begins with #pragma once"));
  for (const Word& word : words(source.text))  // in comments above all
    for (const std::string_view note : {"TO"
                                        "DO",
                                        "FIX"
                                        "ME",
                                        "X"
                                        "XX",
                                        "HA"
                                        "CK",
                                        "TB"
                                        "D"})
      if (word.name == note)
        found.push_back(at(source, word.line, "unfinished: " + std::string(note)));
  return found;
}

Violations uncatalogued(const std::vector<Source>& all, const std::string& folder,
                        const std::set<std::string>& exempt) {
  std::set<std::string> catalogued;
  for (const Source& source : all)
    if (source.path == folder + "/catalogue.h")
      for (const Include& include : source.includes) catalogued.insert(include.name);
  Violations found;
  for (const Source& source : all)
    if (source.in(folder) && source.header() && !catalogued.contains(source.path) &&
        source.path != folder + "/catalogue.h" && !exempt.contains(source.path))
      found.push_back(at(source, 1, "is not in the catalogue"));
  return found;
}

}  // namespace entente::architecture

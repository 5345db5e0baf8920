#include <map>
#include <regex>
#include <sstream>

#include "tests/architecture/rules.h"

namespace entente::architecture {
namespace {

struct Definition {
  std::string name;
  int line = 0;
};

/// The types that a header defines in namespace `entente` itself, at the beginning of a line. What
/// ends a namespace has a comment, here blanked out; what ends a function has none.
std::vector<Definition> definitions(const Source& source) {
  static const std::regex opens("namespace( [a-z_:]+)? \\{.*"), closes("\\} +"),
      defines("(?:struct|class|enum class) (\\w+)(?: final)?(?: :.*)? \\{.*");
  std::vector<Definition> found;
  std::vector<std::string> inside;
  std::istringstream lines(source.code);
  std::string line;
  std::smatch part;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (std::regex_match(line, part, opens)) {
      inside.push_back(part[1]);
    } else if (std::regex_match(line, closes)) {
      if (!inside.empty()) inside.pop_back();
    } else if (inside == std::vector<std::string>{" entente"} &&
               std::regex_match(line, part, defines)) {
      found.push_back({part[1], number});
    }
  }
  return found;
}

}  // namespace

Violations twice_named(const std::vector<Source>& all) {
  std::map<std::string, std::string> first;
  Violations found;
  for (const Source& source : all) {
    if (!source.header()) continue;
    for (const auto& [name, line] : definitions(source)) {
      const auto [known, is_new] = first.emplace(name, source.path);
      if (!is_new)
        found.push_back(source.path + ":" + std::to_string(line) + ": " + name + " is defined in " +
                        known->second + " too");
    }
  }
  return found;
}

}  // namespace entente::architecture

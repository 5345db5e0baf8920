#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "analysis/data/table.h"
#include "analysis/validate/match.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What a case works with: the scenario files that the program carries, and published data.
struct Materials {
  std::filesystem::path data;  ///< the folder of published data; empty where there is none

  /// A scenario of scenarios/published, as "marvel-2011/riccati.toml".
  Scenario scenario(std::string_view file) const;
  PublishedTable table(std::string_view file) const { return PublishedTable(data / file); }
};

/// A published result that the engine must give again. Its scenarios, and a page that says more of
/// it, lie in the folder of its id in scenarios/published.
struct PublishedCase {
  std::string_view id;
  std::string_view title;
  std::string_view source;
  std::string_view claim;                       ///< what was found, in one sentence
  std::span<const std::string_view> data = {};  ///< the files that it needs of the published data
  bool slow = false;                            ///< whether it takes more than a few seconds
  void (*compare)(const Materials& materials, Matches& found) = nullptr;

  /// The first file that it needs and `data` does not hold; "" where none is missing.
  std::string missing_in(const std::filesystem::path& folder) const;
};

/// All cases, in the order in which they are shown.
std::span<const PublishedCase> published_cases();

/// The case of that id. Throws `InputError` with the nearest.
const PublishedCase& published_case(std::string_view id);

}  // namespace entente

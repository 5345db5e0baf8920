#pragma once

#include <optional>
#include <string>

#include "sim/scenario/scenario.h"

namespace entente {

/// Where two scenarios first differ, as their files have it.
struct Difference {
  std::string entry;   ///< `[[relation]] from = "USA", to = "CHN"`: that of the first
  std::string first;   ///< its line there, shortened if need be; empty where the other has more
  std::string second;  ///< the other's line
};

/// The first difference of two resolved scenarios (`to_toml`), or nothing if they are the same.
std::optional<Difference> first_difference(const std::string& first, const std::string& second);

}  // namespace entente

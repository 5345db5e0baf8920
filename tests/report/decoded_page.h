#pragma once

#include <string>
#include <vector>

#include "analysis/report/payload.h"

namespace entente {

/// What the page of a report carries, as its script reads it.
struct Decoded {
  Json json;
  std::string arrays;

  /// The table behind a reference, NaN where there is no number.
  std::vector<double> numbers(const Json& reference) const;
};

Decoded decoded(const std::string& page);

/// The data of a page as they stand in it.
std::string embedded(const std::string& page);

}  // namespace entente

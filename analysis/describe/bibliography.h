#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A work as declarations cite it, and in full.
struct Work {
  std::string_view citation;  ///< "Heider 1946"
  std::string_view reference;
};

/// Every work known in full, by citation.
std::span<const Work> bibliography();

/// The full reference of a citation; "" if it is not known.
std::string_view reference_of(std::string_view citation);

/// The works that a source names: "Heider 1946; Hirschman 1945, 1964" are three. What has no year
/// is a remark and no work.
std::vector<std::string> works_in(std::string_view source);

}  // namespace entente

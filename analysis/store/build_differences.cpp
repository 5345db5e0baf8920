#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/store/verification.h"

namespace entente {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    if (at > 0) parts.emplace_back(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + separator.size());
  }
  return parts;
}

/// The parts of one text that another lacks, in their order.
std::vector<std::string> only_in(const std::vector<std::string>& one,
                                 const std::vector<std::string>& other) {
  std::vector<std::string> found;
  for (const auto& part : one)
    if (std::find(other.begin(), other.end(), part) == other.end()) found.push_back(part);
  return found;
}

/// "Eigen 3.4.0" by its name.
std::map<std::string, std::string> by_name(const std::vector<std::string>& parts) {
  std::map<std::string, std::string> all;
  for (const auto& part : parts) all[part.substr(0, part.rfind(' '))] = part;
  return all;
}

/// Versions of compilers or libraries, by their names.
void compare_versions(const std::vector<std::string>& there, const std::vector<std::string>& here,
                      std::vector<std::string>& differences) {
  const auto missing = only_in(there, here), added = only_in(here, there);
  auto new_ones = by_name(added);
  for (const auto& [name, part] : by_name(missing)) {
    const auto match = new_ones.find(name);
    differences.push_back(match == new_ones.end()
                              ? fmt::format("{} there", part)
                              : fmt::format("{} there, {} here", part, match->second));
    if (match != new_ones.end()) new_ones.erase(match);
  }
  for (const auto& [name, part] : new_ones) differences.push_back(fmt::format("{} here", part));
}

}  // namespace

std::vector<std::string> build_differences(std::string_view there, std::string_view here) {
  const auto theirs = split(there, "; "), ours = split(here, "; ");
  if (theirs.size() != 3 || ours.size() != 3) {
    if (there == here) return {};
    return {fmt::format("\"{}\" there, \"{}\" here", there, here)};
  }
  std::vector<std::string> differences;
  if (theirs[0] != ours[0])
    differences.push_back(fmt::format("{} there, {} here", theirs[0], ours[0]));
  const auto their_flags = split(theirs[1], " "), our_flags = split(ours[1], " ");
  for (const auto& flag : only_in(their_flags, our_flags))
    differences.push_back(fmt::format("{} only there", flag));
  for (const auto& flag : only_in(our_flags, their_flags))
    differences.push_back(fmt::format("{} only here", flag));
  compare_versions(split(theirs[2], ", "), split(ours[2], ", "), differences);
  return differences;
}

}  // namespace entente

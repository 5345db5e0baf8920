#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace entente {

/// What came of joining stores.
struct Merge {
  std::uint64_t added = 0;       ///< runs that the target did not have
  std::uint64_t duplicates = 0;  ///< runs that it had, to the same bits
  std::uint64_t ended = 0;       ///< runs that it has now
  std::uint64_t failed = 0;      ///< of these
  std::uint64_t runs = 0;        ///< that the study has
  std::vector<std::pair<std::uint64_t, std::uint64_t>>
      missing;                      ///< ranges of points, ends included
  std::vector<std::string> absent;  ///< shards of which no store was given, such as "3/8"
};

/// Joins the stores of parts of a study in a target, which may be one already; it then holds the
/// whole study, and `entente sweep` goes on with what is missing. Duplicates are dropped, and a run
/// that finished stands in for one that failed.
///
/// Throws `InputError` with all that is wrong, before anything is written, if a part is no study
/// store or belongs to another study; `RunError` if two parts hold a run with other bits, or the
/// disk is full.
Merge merge_studies(const std::filesystem::path& target,
                    const std::vector<std::filesystem::path>& parts);

}  // namespace entente

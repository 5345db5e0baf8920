#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "analysis/store/study_identity.h"

namespace entente {

/// What came of joining parts of a study.
struct Merged {
  static constexpr std::size_t most_gaps = 20;  ///< of which the points are named

  std::uint64_t parts = 0;
  std::uint64_t runs = 0;        ///< of the study as a whole
  std::uint64_t added = 0;       ///< rows that the parts added
  std::uint64_t duplicates = 0;  ///< rows that were there already, and dropped
  std::uint64_t replaced = 0;    ///< runs that did not finish there, and did in another part
  std::uint64_t finished = 0, failed = 0;
  std::uint64_t missing = 0;  ///< runs without a row
  /// The points with runs that are missing, from the first to the last of each gap.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> gaps;
  std::uint64_t all_gaps = 0;
  /// The shards of which there was no part, if all parts are of the same number of shards.
  std::vector<std::uint64_t> absent_shards;
  std::uint64_t shards = 1;
};

/// Joins parts of a study into one store, which may have rows already. A run that finished takes
/// the place of one that did not; a run that finished twice is kept once. A new store is whole or
/// absent.
///
/// Throws `InputError` if a part is of another study, scenario or build, with every difference, or
/// if a run finished with other bits in one file than in another: then they were not made alike.
Merged merge_studies(const std::filesystem::path& target,
                     const std::vector<std::filesystem::path>& parts);

}  // namespace entente

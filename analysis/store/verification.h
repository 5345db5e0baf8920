#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/store/stored_result.h"

namespace entente {

/// What came of running some rows of a result again.
struct Verification {
  std::size_t runs = 0;         ///< compared, up to and including the first that differs
  std::uint64_t series = 0;     ///< numbers compared, of the watched series
  std::uint64_t metrics = 0;    ///< of the metrics
  std::uint64_t layers = 0;     ///< of whole layers
  std::uint64_t decisions = 0;  ///< decisions compared
  std::string difference;  ///< the first that was found, in words; empty if all bits are the same

  bool same() const { return difference.empty(); }
};

/// Runs `sample` runs of a result again (all, if it has no more), which `seed` picks, from the
/// scenario and the seed that the file states, and compares every number of series, metrics,
/// layers and decisions bit by bit. Before that, the scenario's SHA-256.
///
/// Throws `InputError` if this build cannot read the scenario.
Verification verify(const StoredResult& result, std::size_t sample, std::uint64_t seed);

/// In which words two builds differ: "GNU 12.2.0 there, Clang 14.0.6 here". Empty if they do not.
std::vector<std::string> build_differences(std::string_view there, std::string_view here);

}  // namespace entente

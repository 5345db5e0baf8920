#pragma once

#include <cstdint>
#include <vector>

#include "analysis/ensemble/record.h"

namespace entente {

/// A level that differs between a variant and the reference, and in how many pairs of runs.
struct Flip {
  ChoiceLayer layer = ChoiceLayer::sanctions;
  Index actor = 0;
  Index target = 0;
  std::uint64_t higher = 0;  ///< pairs in which it is higher in the variant
  std::uint64_t lower = 0;   ///< pairs in which it is lower

  std::uint64_t pairs() const { return higher + lower; }
};

/// Counts, pair by pair, which levels differ at one moment.
class Flips {
 public:
  explicit Flips(Index actors);

  /// Adds one pair of runs.
  void add(const Snapshot& reference, const Snapshot& variant);

  /// Every level that differs in any pair, what differs in most pairs first; equals by layer, actor
  /// and target.
  std::vector<Flip> ranked() const;

 private:
  std::vector<Flip> flips_;  ///< by layer, actor and target
};

}  // namespace entente

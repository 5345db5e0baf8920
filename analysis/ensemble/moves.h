#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "sim/choice/ministep.h"

namespace entente {

/// How often an actor moved its level toward a target, over the runs of one variant.
struct Move {
  ChoiceLayer layer = ChoiceLayer::sanctions;
  Index actor = 0;
  Index target = 0;
  std::uint64_t runs_raised = 0;   ///< runs in which the actor raised it at least once
  std::uint64_t runs_lowered = 0;  ///< runs in which it lowered it at least once
  std::uint64_t raises = 0;        ///< single notches up, over all runs
  std::uint64_t lowers = 0;        ///< single notches down, over all runs
  std::map<std::int64_t, std::uint64_t> first_raises;  ///< runs by the tick of their first raise

  /// The tick by which half of the runs that raised had done so; 0 where none did.
  std::int64_t median_first_raise() const;
};

/// Counts who moved what, run by run.
class Moves {
 public:
  /// Adds the decisions of one run.
  void add(std::span<const Decision> decisions);

  /// Everything that moved in any run, what was raised or lowered in most runs first; equals by
  /// layer, actor and target.
  std::vector<Move> ranked() const;

 private:
  using Key = std::tuple<ChoiceLayer, Index, Index>;
  std::map<Key, Move> moves_;
};

}  // namespace entente

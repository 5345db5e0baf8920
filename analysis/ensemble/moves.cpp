#include "analysis/ensemble/moves.h"

#include <algorithm>
#include <set>

namespace entente {

std::int64_t Move::median_first_raise() const {
  std::uint64_t seen = 0;
  for (const auto& [tick, runs] : first_raises) {
    seen += runs;
    if (2 * seen >= runs_raised) return tick;
  }
  return 0;
}

void Moves::add(std::span<const Decision> decisions) {
  std::set<Key> raised, lowered;
  for (const Decision& decision : decisions) {
    const Key key{decision.layer, decision.actor, decision.target};
    Move& move = moves_[key];
    move.layer = decision.layer;
    move.actor = decision.actor;
    move.target = decision.target;
    if (decision.to > decision.from) {
      ++move.raises;
      if (raised.insert(key).second) {
        ++move.runs_raised;
        ++move.first_raises[decision.tick];
      }
    } else {
      ++move.lowers;
      if (lowered.insert(key).second) ++move.runs_lowered;
    }
  }
}

std::vector<Move> Moves::ranked() const {
  std::vector<Move> all;
  for (const auto& [key, move] : moves_) all.push_back(move);
  std::stable_sort(all.begin(), all.end(), [](const Move& a, const Move& b) {
    return std::max(a.runs_raised, a.runs_lowered) > std::max(b.runs_raised, b.runs_lowered);
  });
  return all;
}

}  // namespace entente

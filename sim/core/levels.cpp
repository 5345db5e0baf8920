#include "sim/core/levels.h"

#include <algorithm>
#include <tuple>

#include "sim/core/error.h"

namespace entente {
namespace {

/// Enters a tie in a list ordered by `before`, changes it, or strikes it off at intensity 0.
template <class Tie, class Before>
void enter(std::vector<Tie>& ties, const Tie& tie, Before before) {
  auto place = std::lower_bound(ties.begin(), ties.end(), tie, before);
  const bool present = place != ties.end() && !before(tie, *place);
  if (present && tie.intensity > 0.0) {
    *place = tie;
  } else if (present) {
    ties.erase(place);
  } else if (tie.intensity > 0.0) {
    ties.insert(place, tie);
  }
}

bool by_other(const Levels::Tie& a, const Levels::Tie& b) { return a.other < b.other; }

bool by_both(const Levels::HeldTie& a, const Levels::HeldTie& b) {
  return std::tie(a.holder, a.other) < std::tie(b.holder, b.other);
}

}  // namespace

Levels::Levels(Index actors, int top)
    : top_(top),
      held_(static_cast<std::size_t>(actors)),
      bearing_(static_cast<std::size_t>(actors)) {
  level_.setZero(actors, actors);
  intensity_.setZero(actors, actors);
}

void Levels::set(Index i, Index j, int level) {
  expects(i != j && level >= 0 && level <= top_, "a level in 0 … L toward another actor");
  const double intensity = static_cast<double>(level) / top_;
  enter(held_[static_cast<std::size_t>(i)], {j, intensity}, by_other);
  enter(bearing_[static_cast<std::size_t>(j)], {i, intensity}, by_other);
  enter(all_, {i, j, intensity}, by_both);
  level_(i, j) = level;
  intensity_(i, j) = intensity;
}

}  // namespace entente

#include "sim/core/levels.h"

#include <algorithm>

#include "sim/core/error.h"

namespace entente {
namespace {

/// Enters a tie in an ordered list, changes it, or strikes it off at intensity 0.
void enter(std::vector<Levels::Tie>& ties, Levels::Tie tie) {
  auto place = std::lower_bound(ties.begin(), ties.end(), tie.other,
                                [](const auto& known, Index other) { return known.other < other; });
  const bool present = place != ties.end() && place->other == tie.other;
  if (present && tie.intensity > 0.0) {
    *place = tie;
  } else if (present) {
    ties.erase(place);
  } else if (tie.intensity > 0.0) {
    ties.insert(place, tie);
  }
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
  enter(held_[static_cast<std::size_t>(i)], {j, intensity});
  enter(bearing_[static_cast<std::size_t>(j)], {i, intensity});
  level_(i, j) = level;
  intensity_(i, j) = intensity;
}

}  // namespace entente

#include "sim/core/levels.h"

#include "sim/core/error.h"

namespace entente {

Levels::Levels(Index actors, int top) : top_(top), held_(static_cast<std::size_t>(actors), 0) {
  level_.setZero(actors, actors);
  intensity_.setZero(actors, actors);
}

void Levels::set(Index i, Index j, int level) {
  expects(i != j && level >= 0 && level <= top_, "a level in 0 … L toward another actor");
  held_[static_cast<std::size_t>(i)] += (level > 0) - (level_(i, j) > 0);
  level_(i, j) = level;
  intensity_(i, j) = static_cast<double>(level) / top_;
}

}  // namespace entente

#pragma once

#include <algorithm>

#include "sim/core/world.h"

namespace entente::scenes {

/// The largest absolute difference between two tables of the same shape; 0 if they are empty.
template <class Layer>
double apart(const Layer& one, const Layer& other) {
  return one.size() == 0 ? 0.0 : (one - other).cwiseAbs().maxCoeff();
}

/// The largest absolute difference in anything that flows: Z, A, D and X.
inline double flow_apart(const World& one, const World& other) {
  return std::max({apart(one.affinity, other.affinity), apart(one.alignment, other.alignment),
                   apart(one.dependence, other.dependence), apart(one.position, other.position)});
}

/// Whether two worlds hold the same levels.
inline bool same_levels(const World& one, const World& other) {
  return one.sanctions().intensity() == other.sanctions().intensity() &&
         one.support().intensity() == other.support().intensity();
}

/// Whether all that moves has the same bits (but for the sign of zeros).
inline bool same_bits(const World& one, const World& other) {
  return one.affinity == other.affinity && one.alignment == other.alignment &&
         one.dependence == other.dependence && one.position == other.position &&
         same_levels(one, other);
}

}  // namespace entente::scenes

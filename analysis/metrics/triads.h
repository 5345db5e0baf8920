#pragma once

#include "sim/core/types.h"

namespace entente {

/// The share of triads whose product of ties is positive, each counted by that product's size:
///
///   (1 + tr T³ / tr |T|³) / 2        T: N×N ties, symmetric with diagonal 0
///
/// Each triad stands six times in the trace. In [0, 1]; 1 where there is no triad.
double balanced_share(const Matrix& ties);

}  // namespace entente

#pragma once

#include "sim/core/types.h"

namespace entente {

/// The share of triads whose product of ties is positive, among those without a zero tie; 1 where
/// there is none. T: N×N, symmetric with diagonal 0.
///
/// Exact: counted dyad by dyad over sets of third parties, 64 at a time.
double balanced_share(const Matrix& ties);

/// The same with each triad counted by the size of its product of ties:
///
///   (1 + tr T³ / tr |T|³) / 2
double weighted_balanced_share(const Matrix& ties);

}  // namespace entente

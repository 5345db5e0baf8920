#pragma once

#include <functional>
#include <vector>

#include "sim/core/draws.h"
#include "sim/core/types.h"

namespace entente {

/// A number with its 95 % interval.
struct Estimate {
  double value = 0.0, low = 0.0, high = 0.0;
};

/// How many times a sample is drawn again for an interval.
inline constexpr Index bootstrap_resamples = 1000;

/// Statistics of a sample with their intervals: percentile intervals of the bootstrap, the 2.5th
/// and the 97.5th percentile over 1,000 resamples of its rows with replacement.
///
/// `statistics` computes them from a sample in which row n counts `times(n)` times; they are a pure
/// function of that, so that intervals are of sample and draws.
///
/// Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
std::vector<Estimate> bootstrap(
    Index rows, const std::function<std::vector<double>(const Vector& times)>& statistics,
    const Draws& draws);

}  // namespace entente

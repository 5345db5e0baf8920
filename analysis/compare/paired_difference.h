#pragma once

#include <span>
#include <vector>

#include "sim/core/draws.h"
#include "sim/core/types.h"

namespace entente {

/// How the mean of one number differs between a variant and the reference, over pairs of runs that
/// use the same draws.
struct PairedDifference {
  double reference = 0.0;   ///< mean in the reference
  double variant = 0.0;     ///< mean in the variant
  double difference = 0.0;  ///< mean of the paired differences
  double low = 0.0;         ///< the 95 % interval of that mean; NaN for fewer than two pairs
  double high = 0.0;
  /// The variance that the difference would have if the runs were independent, over the one that it
  /// has: (s²_a + s²_b) / s²_{b−a}. NaN where the difference is exact.
  double variance_reduction = 0.0;
  bool same = false;   ///< no pair differs
  bool exact = false;  ///< every pair differs by the same amount

  /// Whether the interval excludes 0.
  bool significant() const { return low > 0.0 || high < 0.0; }
};

/// How many times pairs are drawn again for an interval.
inline constexpr Index resamples = 2000;

/// The paired differences of several numbers, column by column; both tables are runs × numbers.
///
/// Intervals are percentile intervals of the bootstrap over pairs: the 2.5th and the 97.5th
/// percentile of the mean difference over 2,000 resamples, the same ones for every column. A pure
/// function of tables and draws.
///
/// Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
std::vector<PairedDifference> paired_differences(const Matrix& reference, const Matrix& variant,
                                                 const Draws& draws);

}  // namespace entente

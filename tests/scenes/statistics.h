#pragma once

#include <cstddef>
#include <vector>

namespace entente::scenes {

/// How many samples to take of those wanted: all of them, or a share where sanitizers or a
/// debugger's build make each some twenty times as dear. Tolerances follow from the number taken.
std::size_t affordable(std::size_t wanted);

/// What a sample says of its distribution.
struct Sample {
  explicit Sample(const std::vector<double>& values);

  double mean = 0.0;
  double variance = 0.0;
  double skewness = 0.0;
  double kurtosis = 0.0;  ///< 3 for a normal distribution
};

/// The correlation of two samples of the same length.
double correlation(const std::vector<double>& x, const std::vector<double>& y);

/// Pearson's χ² test: the probability of counts at least as far from what is expected as these,
/// if each of `total(counts)` draws falls in cell c with `probability[c]`. Every cell should expect
/// at least five.
double chi_squared_p(const std::vector<double>& counts, const std::vector<double>& probability);

/// Kolmogorov & Smirnov's test of a sample against N(0, 1): the probability of a distribution
/// function at least as far away, by the series for large samples.
double normal_ks_p(std::vector<double> values);

}  // namespace entente::scenes

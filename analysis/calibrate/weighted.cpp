#include "analysis/calibrate/weighted.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace entente {

double effective_size(const SampleWeights& weights) { return 1.0 / weights.squaredNorm(); }

Eigen::MatrixXd weighted_covariance(const SampleMatrix& sample, const SampleWeights& weights) {
  const Eigen::RowVectorXd mean = weights.transpose() * sample;
  const Eigen::MatrixXd centred = sample.rowwise() - mean;
  const double freedom = 1.0 - weights.squaredNorm();
  if (freedom <= 0.0) return Eigen::MatrixXd::Zero(sample.cols(), sample.cols());
  return centred.transpose() * weights.asDiagonal() * centred / freedom;
}

double weighted_quantile(std::span<const double> values, std::span<const double> weights,
                         double p) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  double below = 0.0, last_share = 0.0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const double value = values[order[k]], weight = weights[order[k]];
    const double share = below + weight / 2.0;
    if (p <= share) {
      if (k == 0) return value;
      const double previous = values[order[k - 1]];
      return previous + (value - previous) * (p - last_share) / (share - last_share);
    }
    below += weight;
    last_share = share;
  }
  return values[order.back()];
}

}  // namespace entente

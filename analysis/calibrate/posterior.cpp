#include "analysis/calibrate/posterior.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

struct Bins {
  double first, width;
};

Bins bins_of(const Prior& prior, std::size_t count) {
  const double first = prior.quantile(0.001), last = prior.quantile(0.999);
  return {first, (last - first) / static_cast<double>(count)};
}

Spread weighted_spread(const std::vector<double>& values, const std::vector<double>& weights) {
  return {weighted_quantile(values, weights, 0.05), weighted_quantile(values, weights, 0.5),
          weighted_quantile(values, weights, 0.95)};
}

std::vector<double> shares_in_bins(const Generation& generation, std::size_t parameter,
                                   const Bins& bins, std::size_t count) {
  std::vector<double> shares(count, 0.0);
  for (std::size_t i = 0; i < generation.particles.size(); ++i) {
    const double z = generation.particles[i].coordinates[parameter];
    const double bin = std::floor((z - bins.first) / bins.width);
    if (bin >= 0.0 && bin < static_cast<double>(count))
      shares[static_cast<std::size_t>(bin)] += generation.weights[i];
  }
  return shares;
}

Eigen::MatrixXd correlations_of(Eigen::MatrixXd covariance) {
  const Eigen::VectorXd sd = covariance.diagonal().cwiseSqrt();
  for (Eigen::Index a = 0; a < sd.size(); ++a)
    for (Eigen::Index b = 0; b < sd.size(); ++b) {
      const double scale = sd[a] * sd[b];
      covariance(a, b) = a == b ? 1.0 : (scale > 0.0 ? covariance(a, b) / scale : 0.0);
    }
  return covariance;
}

std::vector<Spread> predictions(const Generation& generation) {
  std::vector<Spread> bands;
  const std::size_t observations = generation.particles.front().simulated.size();
  std::vector<double> values(generation.particles.size());
  for (std::size_t k = 0; k < observations; ++k) {
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = generation.particles[i].simulated[k];
    bands.push_back(weighted_spread(values, generation.weights));
  }
  return bands;
}

}  // namespace

Posterior posterior_of(const Generation& generation, const std::vector<Prior>& priors,
                       std::size_t bins) {
  const auto& particles = generation.particles;
  SampleMatrix values(static_cast<Eigen::Index>(particles.size()),
                      static_cast<Eigen::Index>(priors.size()));
  for (std::size_t i = 0; i < particles.size(); ++i)
    for (std::size_t k = 0; k < priors.size(); ++k)
      values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) =
          priors[k].value(particles[i].coordinates[k]);
  const SampleWeights weights = Eigen::Map<const Eigen::VectorXd>(
      generation.weights.data(), static_cast<Eigen::Index>(generation.weights.size()));
  const Eigen::MatrixXd covariance = weighted_covariance(values, weights);
  Posterior posterior;
  for (std::size_t k = 0; k < priors.size(); ++k) {
    const auto column = static_cast<Eigen::Index>(k);
    const std::vector<double> own(values.col(column).begin(), values.col(column).end());
    posterior.parameters.push_back({weights.dot(values.col(column)),
                                    std::sqrt(covariance(column, column)),
                                    weighted_spread(own, generation.weights),
                                    shares_in_bins(generation, k, bins_of(priors[k], bins), bins)});
  }
  posterior.correlations = correlations_of(covariance);
  posterior.effective_size = effective_size(weights);
  posterior.predicted = predictions(generation);
  const auto nearest =
      std::min_element(particles.begin(), particles.end(),
                       [](const Attempt& a, const Attempt& b) { return a.distance < b.distance; });
  posterior.best = static_cast<std::size_t>(nearest - particles.begin());
  return posterior;
}

std::vector<double> prior_density(const Prior& prior, std::size_t bins) {
  const auto [first, width] = bins_of(prior, bins);
  std::vector<double> shares;
  double below = prior.cumulative(first);
  for (std::size_t k = 1; k <= bins; ++k) {
    const double up_to = prior.cumulative(first + width * static_cast<double>(k));
    shares.push_back(up_to - below);
    below = up_to;
  }
  return shares;
}

}  // namespace entente

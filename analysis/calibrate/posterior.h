#pragma once

#include <Eigen/Core>
#include <vector>

#include "analysis/calibrate/smc.h"
#include "analysis/ensemble/summary.h"

namespace entente {

/// What a generation says of one parameter, in its values.
struct Marginal {
  double mean = 0.0, sd = 0.0;
  Spread spread;  ///< median and 90 % interval
  /// Shares in bins of equal width in its coordinate, from the prior's 0.1 % to its 99.9 %; what
  /// lies beyond is left out.
  std::vector<double> density;
};

/// What a generation says of the parameters and of what they predict.
struct Posterior {
  std::vector<Marginal> parameters;
  Eigen::MatrixXd correlations;  ///< of the values; 0 with a parameter that does not vary
  double effective_size = 0.0;
  std::vector<Spread> predicted;  ///< of each observation: of the particles' simulations
  std::size_t best = 0;           ///< the particle that came nearest
};

/// Summarises a generation; `bins` ≥ 1 of each density.
Posterior posterior_of(const Generation& generation, const std::vector<Prior>& priors,
                       std::size_t bins = 24);

/// The shares of a prior itself in the bins of `Marginal::density`.
std::vector<double> prior_density(const Prior& prior, std::size_t bins = 24);

}  // namespace entente

#pragma once

#include <Eigen/Core>
#include <vector>

#include "analysis/calibrate/weighted.h"
#include "sim/core/draws.h"

namespace entente {

/// A uniform number strictly between 0 and 1.
double open_unit(std::uint64_t bits);

/// What proposes the particles of a generation: a particle j of the last one, drawn by weight,
/// moved by N(0, 2 Σ), Σ being the weighted covariance of that population.
///
/// Source: Beaumont, Cornuet, Marin & Robert, Biometrika 96 (2009) 983; in several dimensions
/// Filippi, Barnes, Cornebise & Stumpf, Statistical Applications in Genetics 12 (2013) 87.
class ProposalKernel {
 public:
  /// `floors`: what is added to the variance of each coordinate, so that a population that agrees
  /// in one of them can still move.
  ProposalKernel(SampleMatrix particles, SampleWeights weights, const Eigen::VectorXd& floors);

  /// A proposal by the next numbers of a stream.
  Eigen::VectorXd draw(Stream& stream) const;

  /// ln Σ_j w_j K(z | z_j), but for a constant.
  double log_density(const Eigen::VectorXd& z) const;

 private:
  SampleMatrix particles_;
  SampleWeights weights_;
  std::vector<double> shares_;  ///< the weight up to each particle
  Eigen::MatrixXd factor_;      ///< L, lower triangular, with L Lᵀ = 2 Σ
  SampleMatrix whitened_;       ///< one column a particle: L⁻¹ z_j
};

}  // namespace entente

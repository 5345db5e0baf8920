#pragma once

#include <Eigen/Core>
#include <span>

namespace entente {

/// A weighted sample: one row a point, one column a coordinate; weights sum to 1.
using SampleMatrix = Eigen::MatrixXd;
using SampleWeights = Eigen::VectorXd;

/// Kish's effective size of a weighted sample: 1 / Σ w².
double effective_size(const SampleWeights& weights);

/// Σ w (x − x̄)(x − x̄)ᵀ / (1 − Σ w²): the covariance of a weighted sample, unbiased if the weights
/// are not of the points' own making; 0 of a single point.
Eigen::MatrixXd weighted_covariance(const SampleMatrix& sample, const SampleWeights& weights);

/// The p-quantile of weighted values: linear between the points (W_k − w_k / 2, x_k), W_k being the
/// weight up to the k-th in order of size; the least or greatest value beyond them.
double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p);

}  // namespace entente

#include "analysis/calibrate/kernel.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/core/error.h"

namespace entente {

double open_unit(std::uint64_t bits) { return (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52; }

ProposalKernel::ProposalKernel(SampleMatrix particles, SampleWeights weights,
                               const Eigen::VectorXd& floors)
    : particles_(std::move(particles)), weights_(std::move(weights)) {
  Eigen::MatrixXd spread = 2.0 * weighted_covariance(particles_, weights_);
  spread.diagonal() += floors;
  const Eigen::LLT<Eigen::MatrixXd> cholesky(spread);
  expects(cholesky.info() == Eigen::Success, "a covariance that is positive definite");
  factor_ = cholesky.matrixL();
  whitened_ = cholesky.matrixL().solve(particles_.transpose());
  double sum = 0.0;
  for (const double weight : weights_) shares_.push_back(sum += weight);
}

Eigen::VectorXd ProposalKernel::draw(Stream& stream) const {
  const double share = open_unit(stream()) * shares_.back();
  const auto place = std::upper_bound(shares_.begin(), shares_.end(), share) - shares_.begin();
  const Eigen::Index chosen = std::min<Eigen::Index>(place, particles_.rows() - 1);
  Eigen::VectorXd steps(particles_.cols());
  const boost::math::normal standard;
  for (double& step : steps) step = boost::math::quantile(standard, open_unit(stream()));
  return particles_.row(chosen).transpose() + factor_ * steps;
}

double ProposalKernel::log_density(const Eigen::VectorXd& z) const {
  const Eigen::VectorXd here = factor_.triangularView<Eigen::Lower>().solve(z);
  const Eigen::ArrayXd exponents =
      -0.5 * (whitened_.colwise() - here).colwise().squaredNorm().array().transpose();
  const double greatest = exponents.maxCoeff();
  return greatest + std::log((weights_.array() * (exponents - greatest).exp()).sum());
}

}  // namespace entente

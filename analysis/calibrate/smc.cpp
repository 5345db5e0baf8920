#include "analysis/calibrate/smc.h"

#include <algorithm>
#include <cmath>

#include "analysis/ensemble/summary.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// A key of its own, so that proposals share no numbers with the simulations under the same seed.
Stream::Philox::key_type proposal_key(std::uint64_t seed) {
  const Stream::Philox::key_type key{
      {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}};
  const auto block = Stream::Philox{}({{0x70726f70U, 0x6f73616cU, 0xffffffffU, 0xffffffffU}}, key);
  return {{block[0], block[1]}};
}

/// Of each coordinate: negligible beside what the prior allows, but not beside rounding.
Eigen::VectorXd variance_floors(const std::vector<Prior>& priors) {
  Eigen::VectorXd floors(static_cast<Eigen::Index>(priors.size()));
  for (std::size_t k = 0; k < priors.size(); ++k) {
    const double width = priors[k].quantile(0.95) - priors[k].quantile(0.05);
    floors[static_cast<Eigen::Index>(k)] = std::pow(1e-6 * width, 2);
  }
  return floors;
}

Eigen::Map<const Eigen::VectorXd> vector_of(const std::vector<double>& values) {
  return {values.data(), static_cast<Eigen::Index>(values.size())};
}

ProposalKernel kernel_of(const Generation& last, const std::vector<Prior>& priors) {
  SampleMatrix sample(static_cast<Eigen::Index>(last.particles.size()),
                      static_cast<Eigen::Index>(priors.size()));
  for (std::size_t i = 0; i < last.particles.size(); ++i)
    sample.row(static_cast<Eigen::Index>(i)) = vector_of(last.particles[i].coordinates);
  return {std::move(sample), vector_of(last.weights), variance_floors(priors)};
}

/// Where many distances are the same, the quantile may be the last tolerance itself: then it is the
/// greatest distance below it, if there is one.
double next_tolerance(const Generation& last, double share) {
  std::vector<double> distances;
  double below = -1.0;
  for (const Attempt& particle : last.particles) {
    distances.push_back(particle.distance);
    if (particle.distance < last.tolerance) below = std::max(below, particle.distance);
  }
  const double next = quantile(distances, share);
  return next < last.tolerance || below < 0.0 ? next : below;
}

}  // namespace

std::int64_t SmcSettings::most_attempts() const {
  return static_cast<std::int64_t>(std::floor(static_cast<double>(particles) / acceptance));
}

AbcSmc::AbcSmc(std::vector<Prior> priors, SmcSettings settings, SmcState state)
    : priors_(std::move(priors)), settings_(settings), key_(proposal_key(settings.seed)) {
  expects(settings_.particles > 1 && settings_.acceptance > 0, "particles and a share of attempts");
  state_.finished = std::move(state.finished);
  begin_generation();
  for (Attempt& attempt : state.current) take(std::move(attempt));
}

void AbcSmc::begin_generation() {
  state_.current.clear();
  accepted_ = 0;
  if (state_.finished.empty()) return;
  const Generation& last = state_.finished.back();
  kernel_ = kernel_of(last, priors_);
  tolerance_ = next_tolerance(last, settings_.quantile);
  if (last.tolerance <= settings_.target)
    ending_ = SmcEnding::target;
  else if (static_cast<std::int64_t>(state_.finished.size()) >= settings_.generations)
    ending_ = SmcEnding::generations;
  else if (tolerance_ >= last.tolerance)
    ending_ = SmcEnding::stalled;
  tolerance_ = std::max(tolerance_, settings_.target);
}

Attempt AbcSmc::proposed(std::int64_t number) const {
  Attempt attempt;
  attempt.generation = static_cast<std::int64_t>(state_.finished.size());
  attempt.number = number;
  attempt.coordinates.resize(priors_.size());
  Stream stream(key_,
                {{0U, static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32U),
                  static_cast<std::uint32_t>(attempt.generation)}});
  if (!kernel_) {
    for (std::size_t k = 0; k < priors_.size(); ++k)
      attempt.coordinates[k] = priors_[k].quantile(open_unit(stream()));
    return attempt;
  }
  do {
    const Eigen::VectorXd drawn = kernel_->draw(stream);
    std::copy(drawn.begin(), drawn.end(), attempt.coordinates.begin());
  } while (!within_bounds(attempt.coordinates));
  return attempt;
}

bool AbcSmc::within_bounds(const std::vector<double>& coordinates) const {
  for (std::size_t k = 0; k < priors_.size(); ++k)
    if (std::isinf(priors_[k].log_density(coordinates[k]))) return false;
  return true;
}

void AbcSmc::advance(std::int64_t attempts, const Evaluate& evaluate) {
  if (ending_ != SmcEnding::running) return;
  const auto first = static_cast<std::int64_t>(state_.current.size());
  const std::int64_t end = std::min(first + attempts, settings_.most_attempts());
  std::vector<Attempt> block;
  for (std::int64_t n = first; n < end; ++n) block.push_back(proposed(n));
  evaluate(block);
  const std::size_t generation = state_.finished.size();
  for (Attempt& attempt : block) {
    take(std::move(attempt));
    if (state_.finished.size() > generation || ending_ != SmcEnding::running) return;
  }
}

void AbcSmc::take(Attempt attempt) {
  const bool within = std::isfinite(attempt.distance) && attempt.distance <= tolerance_;
  if (!within) attempt.simulated.clear();
  if (within) ++accepted_;
  state_.current.push_back(std::move(attempt));
  if (accepted_ == settings_.particles)
    finish_generation();
  else if (static_cast<std::int64_t>(state_.current.size()) >= settings_.most_attempts())
    ending_ = SmcEnding::acceptance;
}

void AbcSmc::finish_generation() {
  Generation generation;
  generation.tolerance = tolerance_;
  generation.attempts = static_cast<std::int64_t>(state_.current.size());
  for (Attempt& attempt : state_.current)
    if (std::isfinite(attempt.distance) && attempt.distance <= tolerance_)
      generation.particles.push_back(std::move(attempt));
  generation.weights = weights_of(generation.particles);
  state_.finished.push_back(std::move(generation));
  begin_generation();
}

std::vector<double> AbcSmc::weights_of(const std::vector<Attempt>& particles) const {
  const auto count = static_cast<Eigen::Index>(particles.size());
  Eigen::ArrayXd logarithms = Eigen::ArrayXd::Zero(count);
  for (Eigen::Index i = 0; kernel_ && i < count; ++i) {
    const auto& z = particles[static_cast<std::size_t>(i)].coordinates;
    for (std::size_t k = 0; k < priors_.size(); ++k) logarithms[i] += priors_[k].log_density(z[k]);
    logarithms[i] -= kernel_->log_density(vector_of(z));
  }
  const Eigen::ArrayXd weights = (logarithms - logarithms.maxCoeff()).exp();
  const Eigen::ArrayXd shares = weights / weights.sum();
  return {shares.begin(), shares.end()};
}

}  // namespace entente

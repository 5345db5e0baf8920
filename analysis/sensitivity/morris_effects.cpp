#include "analysis/sensitivity/morris_effects.h"

#include <cmath>

#include "sim/core/error.h"

namespace entente {
namespace {

/// The effects of each whole trajectory, and the variance that replicates leave in them.
struct Effects {
  Matrix effect, noise;  ///< trajectories × parameters
};

/// Reads the step between two points of a trajectory: which parameter moves, and how far.
std::pair<Index, double> step_between(const Design& design, std::uint64_t point) {
  std::vector<double> here(design.factors()), there(design.factors());
  design.at(point, here);
  design.at(point + 1, there);
  for (std::size_t f = 0; f < here.size(); ++f)
    if (here[f] != there[f]) return {static_cast<Index>(f), there[f] - here[f]};
  expects(false, "each step of a trajectory moves a parameter");
  return {};
}

Effects effects_of(const Matrix& answers, const Design& design) {
  const auto parameters = static_cast<Index>(design.factors());
  const Index size = parameters + 1, all = answers.rows() / size;
  const auto replicates = static_cast<double>(answers.cols());
  Effects effects{Matrix(all, parameters), Matrix(all, parameters)};
  Index used = 0;
  for (Index t = 0; t < all; ++t) {
    if (answers.middleRows(t * size, size).hasNaN()) continue;
    for (Index j = 0; j < parameters; ++j) {
      const Index point = t * size + j;
      const auto [parameter, step] = step_between(design, static_cast<std::uint64_t>(point));
      const RowVector effect = (answers.row(point + 1) - answers.row(point)) / step;
      effects.effect(used, parameter) = effect.mean();
      effects.noise(used, parameter) =
          answers.cols() == 1
              ? 0.0
              : (effect.array() - effect.mean()).square().sum() / (replicates - 1.0) / replicates;
    }
    ++used;
  }
  effects.effect.conservativeResize(used, parameters);
  effects.noise.conservativeResize(used, parameters);
  return effects;
}

/// μ, μ* and σ of each parameter, from a sample of trajectories.
std::vector<double> statistics_of(const Effects& effects, const Vector& times) {
  const double count = times.sum();
  std::vector<double> all;
  for (Index i = 0; i < effects.effect.cols(); ++i) {
    const auto& d = effects.effect.col(i);
    const double mean = times.dot(d) / count;
    const double spread = times.dot((d.array() - mean).square().matrix()) / (count - 1.0);
    const double noise = times.dot(effects.noise.col(i)) / count;
    all.push_back(mean);
    all.push_back(times.dot(d.cwiseAbs()) / count);
    all.push_back(std::sqrt(std::max(spread - noise, 0.0)));
  }
  return all;
}

}  // namespace

MorrisEffects morris_effects(const Matrix& answers, const Design& design, const Draws& draws) {
  const Effects effects = effects_of(answers, design);
  MorrisEffects found;
  found.trajectories = static_cast<std::uint64_t>(effects.effect.rows());
  found.left_out =
      static_cast<std::uint64_t>(answers.rows()) / (design.factors() + 1) - found.trajectories;
  found.noise_separated = answers.cols() > 1;
  if (found.trajectories < 2)
    throw InputError("of this outcome fewer than two trajectories are whole; nothing can be said");
  const auto estimates = bootstrap(
      effects.effect.rows(), [&](const Vector& times) { return statistics_of(effects, times); },
      draws);
  for (Index i = 0; i < effects.effect.cols(); ++i) {
    const auto at = 3 * static_cast<std::size_t>(i);
    found.mu.push_back(estimates[at]);
    found.mu_star.push_back(estimates[at + 1]);
    found.sigma.push_back(estimates[at + 2]);
    found.noise.push_back(std::sqrt(effects.noise.col(i).mean()));
  }
  return found;
}

}  // namespace entente

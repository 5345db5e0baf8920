#include "analysis/sensitivity/morris_effects.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/sensitivity/bootstrap.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// The effect of each factor in a trajectory, and what noise adds to its variance; both NaN-free
/// but for the latter of a single replicate.
struct EffectTable {
  Matrix effect;  ///< trajectories × factors
  Matrix noise;   ///< s² / R
};

EffectTable effects_of(const Morris& design, const Matrix& answers,
                       const std::vector<Block>& trajectories) {
  const auto rows = static_cast<Index>(trajectories.size());
  const auto factors = static_cast<Index>(design.factors());
  EffectTable table{Matrix(rows, factors), Matrix(rows, factors)};
  for (Index t = 0; t < rows; ++t) {
    const Block& block = trajectories[static_cast<std::size_t>(t)];
    const auto points = static_cast<Index>(design.trajectory_points());
    Index before = block.first;
    for (const MorrisStep& step : design.steps(static_cast<std::uint64_t>(before / points))) {
      Vector d(static_cast<Index>(block.replicates.size()));
      Index k = 0;
      for (const Index r : block.replicates)
        d(k++) = (answers(before + 1, r) - answers(before, r)) / step.share;
      const auto j = static_cast<Index>(step.factor);
      table.effect(t, j) = d.mean();
      table.noise(t, j) = covariance(d, d) / static_cast<double>(d.size());
      ++before;
    }
  }
  return table;
}

/// μ, μ*, σ and noise from the means of d̄ − μ̂, |d̄|, (d̄ − μ̂)² and s²/R over so many trajectories,
/// μ̂ the mean of the sample.
std::vector<double> measures_of(const RowVector& means, double centre, double trajectories) {
  const double noise = means(3);
  const double spread = trajectories / (trajectories - 1.0) * (means(2) - means(0) * means(0));
  const double variance = std::isnan(noise) ? spread : spread - noise;
  const double sigma = trajectories > 1.0 ? std::sqrt(std::max(0.0, variance))
                                          : std::numeric_limits<double>::quiet_NaN();
  return {centre + means(0), means(1), sigma, std::sqrt(noise)};
}

}  // namespace

MorrisEffects morris_effects(const Morris& design, const Matrix& answers, const Draws& draws) {
  expects(answers.rows() == static_cast<Index>(design.points()), "an answer row for every point");
  const Blocks blocks(answers, static_cast<Index>(design.trajectory_points()));
  MorrisEffects result;
  result.replicates = static_cast<std::uint64_t>(answers.cols());
  result.coverage = blocks.coverage;
  const EffectTable table = effects_of(design, answers, blocks.used);
  const auto trajectories = static_cast<double>(table.effect.rows());
  for (Index j = 0; j < table.effect.cols(); ++j) {
    const Vector effect = table.effect.col(j);
    const double centre = effect.size() > 0 ? effect.mean() : 0.0;
    Matrix terms(effect.size(), 4);
    terms.col(0) = effect.array() - centre;
    terms.col(1) = effect.cwiseAbs();
    terms.col(2) = terms.col(0).cwiseAbs2();
    terms.col(3) = table.noise.col(j);
    const auto found = bootstrapped(
        terms, [&](const RowVector& means) { return measures_of(means, centre, trajectories); },
        draws);
    result.parameters.push_back({found[0], found[1], found[2], found[3]});
  }
  return result;
}

}  // namespace entente

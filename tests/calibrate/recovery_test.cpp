#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "analysis/calibrate/posterior.h"
#include "tests/calibrate/models.h"
#include "tests/scenes/statistics.h"

namespace entente::calibration {
namespace {

/// An Ornstein-Uhlenbeck process on its way from −1 to μ at a rate κ, seen 12 times:
/// dx = κ (μ − x) dt + σ dW, step by step exactly. Parameters: ln κ, μ.
std::vector<double> relaxation(const std::vector<double>& z, Noise& noise) {
  constexpr double step = 0.5, sigma = 0.2;
  const double rate = std::exp(z[0]), kept = std::exp(-rate * step);
  const double sd = sigma * std::sqrt((1.0 - kept * kept) / (2.0 * rate));
  std::vector<double> seen;
  double x = -1.0;
  for (int k = 0; k < 12; ++k) seen.push_back(x = z[1] + (x - z[1]) * kept + sd * noise());
  return seen;
}

const std::vector<Prior>& relaxation_priors() {
  static const std::vector<Prior> priors{Prior::log_uniform(0.1, 3.0), Prior::normal(1.0, 0.5)};
  return priors;
}

/// What a number of problems, their parameters drawn from the prior, show of a parameter.
struct Recovery {
  int inside = 0;            ///< 90 % intervals that hold the truth
  double square = 0.0;       ///< Σ ((truth − mean) / sd)²
  double informative = 0.0;  ///< Σ width of the interval, as a share of the prior's
};

std::vector<Recovery> recover(int problems) {
  const auto& priors = relaxation_priors();
  std::vector<Recovery> found(priors.size());
  for (int problem = 0; problem < problems; ++problem) {
    const auto seed = static_cast<std::uint64_t>(1000 + problem);
    std::vector<double> truth;
    Stream stream = Draws(seed, 0).stream(Purpose::resampling, 0, 0);
    for (const Prior& prior : priors) truth.push_back(prior.quantile(open_unit(stream())));
    Noise noise(seed, 4'000'000'000U);
    const auto observed = relaxation(truth, noise);
    AbcSmc smc(priors, {.seed = seed, .particles = 200, .generations = 6});
    finish(smc, evaluation(relaxation, observed, std::vector(observed.size(), 1.0), seed));
    const Posterior posterior = posterior_of(smc.state().finished.back(), priors);
    for (std::size_t k = 0; k < priors.size(); ++k) {
      const Marginal& marginal = posterior.parameters[k];
      const double value = priors[k].value(truth[k]);
      found[k].inside += value >= marginal.spread.low && value <= marginal.spread.high;
      found[k].square += std::pow((value - marginal.mean) / marginal.sd, 2);
      const double width =
          priors[k].value(priors[k].quantile(0.95)) - priors[k].value(priors[k].quantile(0.05));
      found[k].informative += (marginal.spread.high - marginal.spread.low) / width;
    }
  }
  return found;
}

TEST(Recovery, ParametersOfSyntheticSeriesLieInTheirIntervals) {
  const int problems = static_cast<int>(scenes::affordable(20));
  for (const Recovery& parameter : recover(problems)) {
    RecordProperty("inside", parameter.inside);
    EXPECT_GE(parameter.inside, 0.8 * problems);
    EXPECT_LT(parameter.informative, 0.6 * problems);
    if (problems < 20) continue;  // too few to speak of their spread
    EXPECT_LT(parameter.square, 2.0 * problems);
    EXPECT_GT(parameter.square, 0.3 * problems);
  }
}

TEST(Recovery, NightlyAtLeast85Of100) {
  if (!std::getenv("ENTENTE_NIGHTLY")) GTEST_SKIP() << "set ENTENTE_NIGHTLY=1 to run it";
  for (const Recovery& parameter : recover(100)) {
    EXPECT_GE(parameter.inside, 85);
    EXPECT_LT(parameter.informative, 60);
    EXPECT_LT(parameter.square, 140);
    EXPECT_GT(parameter.square, 50);
    fmt::print("{} of 100 inside, mean square {:.2f}, width {:.2f}\n", parameter.inside,
               parameter.square / 100, parameter.informative / 100);
  }
}

}  // namespace
}  // namespace entente::calibration

#include "analysis/calibrate/smc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/calibrate/posterior.h"
#include "tests/calibrate/models.h"
#include "tests/scenes/statistics.h"

namespace entente::calibration {
namespace {

/// y = H θ + s e, with a normal prior of each θ: the posterior is known.
struct LinearProblem {
  Eigen::Matrix2d design{{1.0, 1.0}, {1.0, -0.5}};
  Eigen::Vector2d prior_mean{0.5, -1.0}, prior_sd{1.0, 0.7}, observed{0.8, 0.2};
  double noise = 0.8;

  std::vector<Prior> priors() const {
    return {Prior::normal(prior_mean[0], prior_sd[0]), Prior::normal(prior_mean[1], prior_sd[1])};
  }
  Evaluate evaluate(bool backwards = false) const {
    return evaluation(
        [*this](const std::vector<double>& theta, Noise& draw) {
          const Eigen::Vector2d mean = design * Eigen::Vector2d(theta[0], theta[1]);
          const double first = mean[0] + noise * draw();
          return std::vector{first, mean[1] + noise * draw()};
        },
        {observed[0], observed[1]}, {1.0, 1.0}, 5, backwards);
  }
  Eigen::Matrix2d covariance() const {
    const Eigen::Matrix2d prior = prior_sd.cwiseAbs2().cwiseInverse().asDiagonal();
    return (prior + design.transpose() * design / (noise * noise)).inverse();
  }
  Eigen::Vector2d mean() const {
    return covariance() * (prior_mean.cwiseQuotient(prior_sd.cwiseAbs2()) +
                           design.transpose() * observed / (noise * noise));
  }
};

TEST(AbcSmc, FindsTheKnownPosteriorOfALinearModel) {
  const LinearProblem problem;
  const auto particles = static_cast<std::int64_t>(scenes::affordable(3000));
  AbcSmc smc(
      problem.priors(),
      {.seed = 3, .particles = particles, .generations = 20, .acceptance = 0.001, .target = 0.15});
  finish(smc, problem.evaluate());
  ASSERT_EQ(smc.ending(), SmcEnding::target);
  const Posterior posterior = posterior_of(smc.state().finished.back(), problem.priors());
  const Eigen::Matrix2d covariance = problem.covariance();
  const double size = posterior.effective_size;
  EXPECT_GT(size, 0.5 * static_cast<double>(particles));
  for (Eigen::Index k = 0; k < 2; ++k) {
    const Marginal& found = posterior.parameters[static_cast<std::size_t>(k)];
    const double sd = std::sqrt(covariance(k, k));
    EXPECT_NEAR(found.mean, problem.mean()[k], 4 * sd / std::sqrt(size));
    EXPECT_NEAR(found.sd, sd, 4 * sd / std::sqrt(2 * size));
    EXPECT_NEAR(found.spread.low, problem.mean()[k] - 1.6449 * sd, 10 * sd / std::sqrt(size));
    EXPECT_NEAR(found.spread.high, problem.mean()[k] + 1.6449 * sd, 10 * sd / std::sqrt(size));
  }
  const double correlation = covariance(0, 1) / std::sqrt(covariance(0, 0) * covariance(1, 1));
  EXPECT_NEAR(posterior.correlations(0, 1), correlation, 4 / std::sqrt(size));
}

TEST(AbcSmc, WithoutDataThePosteriorIsThePrior) {
  const std::vector<Prior> priors{Prior::normal(0, 1, -0.5, 3), Prior::log_uniform(0.1, 10)};
  const auto particles = static_cast<std::int64_t>(scenes::affordable(2000));
  AbcSmc smc(priors, {.seed = 8, .particles = particles, .generations = 5});
  finish(smc, [](std::span<Attempt> attempts) {  // distances say nothing of the parameters
    for (Attempt& attempt : attempts)
      attempt.distance = std::fabs(
          Noise(1, static_cast<std::uint64_t>(attempt.generation * 100'000 + attempt.number))());
  });
  ASSERT_EQ(smc.ending(), SmcEnding::generations);
  const Generation& last = smc.state().finished.back();
  for (std::size_t k = 0; k < 2; ++k) {
    double mean = 0.0, square = 0.0;  // of P(z), which is uniform under the prior
    for (std::size_t i = 0; i < last.particles.size(); ++i) {
      const double share = priors[k].cumulative(last.particles[i].coordinates[k]);
      mean += last.weights[i] * share;
      square += last.weights[i] * share * share;
    }
    const double size = effective_size(Eigen::Map<const Eigen::VectorXd>(
        last.weights.data(), static_cast<Eigen::Index>(last.weights.size())));
    EXPECT_NEAR(mean, 0.5, 4 * std::sqrt(1.0 / 12 / size));
    EXPECT_NEAR(square, 1.0 / 3, 4 * std::sqrt(4.0 / 45 / size));
  }
}

TEST(AbcSmc, TolerancesFallAndWeightsSumToOne) {
  const LinearProblem problem;
  AbcSmc smc(problem.priors(), {.seed = 1, .particles = 100, .generations = 5});
  finish(smc, problem.evaluate());
  EXPECT_EQ(smc.ending(), SmcEnding::generations);
  ASSERT_EQ(smc.state().finished.size(), 5u);
  double last = Prior::infinite;
  for (const Generation& generation : smc.state().finished) {
    EXPECT_NEAR(std::accumulate(generation.weights.begin(), generation.weights.end(), 0.0), 1.0,
                1e-12);
    EXPECT_THAT(generation.weights, ::testing::Each(::testing::Gt(0.0)));
    EXPECT_EQ(generation.particles.size(), 100u);
    EXPECT_GE(generation.attempts, 100);
    for (const Attempt& particle : generation.particles)
      EXPECT_LE(particle.distance, generation.tolerance);
    if (&generation != &smc.state().finished.front()) {
      EXPECT_LT(generation.tolerance, last);
    }
    last = generation.tolerance;
  }
}

TEST(AbcSmc, SameBitsWhateverTheBlocksAndTheirOrder) {
  const LinearProblem problem;
  const SmcSettings settings{.seed = 11, .particles = 60, .generations = 4};
  AbcSmc one_by_one(problem.priors(), settings);
  finish(one_by_one, problem.evaluate(), 1);
  for (const std::int64_t block : {7, 64, 5000}) {
    AbcSmc other(problem.priors(), settings);
    finish(other, problem.evaluate(true), block);
    EXPECT_EQ(other.state(), one_by_one.state()) << block;
  }
  AbcSmc reseeded(problem.priors(), {.seed = 12, .particles = 60, .generations = 4});
  finish(reseeded, problem.evaluate());
  EXPECT_FALSE(reseeded.state() == one_by_one.state());
}

TEST(AbcSmc, ContinuesFromAnyBlockAsIfItHadNeverStopped) {
  const LinearProblem problem;
  const SmcSettings settings{.seed = 4, .particles = 25, .generations = 4};
  std::vector<SmcState> states;
  AbcSmc whole(problem.priors(), settings);
  while (whole.ending() == SmcEnding::running) {
    states.push_back(whole.state());
    whole.advance(9, problem.evaluate());
  }
  ASSERT_GT(states.size(), 15u);
  for (const SmcState& state : states) {
    AbcSmc resumed(problem.priors(), settings, state);
    EXPECT_EQ(resumed.state(), state);
    finish(resumed, problem.evaluate(), 31);
    EXPECT_EQ(resumed.state(), whole.state());
    EXPECT_EQ(resumed.ending(), whole.ending());
  }
}

TEST(AbcSmc, AFailedEvaluationLeavesItAsItWas) {
  const LinearProblem problem;
  AbcSmc smc(problem.priors(), {.particles = 50, .generations = 2});
  smc.advance(20, problem.evaluate());
  const SmcState before = smc.state();
  EXPECT_THROW(smc.advance(20, [](auto) { throw std::runtime_error("full disk"); }),
               std::runtime_error);
  EXPECT_EQ(smc.state(), before);
}

TEST(AbcSmc, GivesUpAGenerationThatAcceptsTooFew) {
  const LinearProblem problem;
  AbcSmc smc(problem.priors(),
             {.particles = 40, .generations = 50, .acceptance = 0.2, .target = 1e-9});
  finish(smc, problem.evaluate());
  EXPECT_EQ(smc.ending(), SmcEnding::acceptance);
  for (const Generation& generation : smc.state().finished) EXPECT_GE(generation.acceptance(), 0.2);
  EXPECT_EQ(smc.state().current.size(), 200u);
  EXPECT_LT(smc.accepted(), 40);
}

TEST(AbcSmc, EndsWhenTheToleranceNoLongerFalls) {
  AbcSmc smc({Prior::uniform(0, 1)}, {.particles = 20, .generations = 9});
  finish(smc, [](std::span<Attempt> attempts) {
    for (Attempt& attempt : attempts) attempt.distance = attempt.coordinates[0] < 0.2 ? 1.0 : 2.0;
  });
  EXPECT_EQ(smc.ending(), SmcEnding::stalled);
  EXPECT_EQ(smc.state().finished.back().tolerance, 1.0);
}

TEST(AbcSmc, FailedSimulationsAreNeverParticles) {
  AbcSmc smc({Prior::uniform(0, 1)}, {.particles = 30, .generations = 3});
  finish(smc, [](std::span<Attempt> attempts) {
    for (Attempt& attempt : attempts)
      attempt.distance = attempt.coordinates[0] < 0.3 ? Prior::infinite : attempt.coordinates[0];
  });
  for (const Generation& generation : smc.state().finished)
    for (const Attempt& particle : generation.particles) EXPECT_GE(particle.coordinates[0], 0.3);
}

TEST(AbcSmc, EndsWhereEverySimulationFails) {
  AbcSmc smc({Prior::uniform(0, 1)}, {.particles = 5, .acceptance = 0.1});
  finish(smc, [](std::span<Attempt> attempts) {
    for (Attempt& attempt : attempts) attempt.distance = Prior::infinite;
  });
  EXPECT_EQ(smc.ending(), SmcEnding::acceptance);
  EXPECT_TRUE(smc.state().finished.empty());
  EXPECT_EQ(smc.state().current.size(), 50u);
}

TEST(Distance, IsTheRootMeanSquareInUnitsOfTheScales) {
  EXPECT_DOUBLE_EQ(
      distance_between(std::vector{1.0, 5.0}, std::vector{4.0, 1.0}, std::vector{1.0, 2.0}),
      std::sqrt((9.0 + 4.0) / 2));
  EXPECT_EQ(distance_between(std::vector{std::nan("")}, std::vector{1.0}, std::vector{1.0}),
            Prior::infinite);
}

}  // namespace
}  // namespace entente::calibration

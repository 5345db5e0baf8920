#include "analysis/calibrate/posterior.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace entente {
namespace {

using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;

/// Three particles of two parameters, the second being the logarithm of a value.
Generation three_particles() {
  Generation generation;
  generation.weights = {0.25, 0.5, 0.25};
  generation.particles = {{0, 0, {0.0, std::log(1.0)}, 0.3, {10.0}},
                          {0, 1, {1.0, std::log(2.0)}, 0.1, {20.0}},
                          {0, 2, {2.0, std::log(3.0)}, 0.2, {30.0}}};
  return generation;
}

const std::vector<Prior> priors{Prior::uniform(-1, 3), Prior::log_uniform(0.5, 5)};

TEST(Posterior, SummarisesValuesByWeight) {
  const Posterior posterior = posterior_of(three_particles(), priors);
  EXPECT_DOUBLE_EQ(posterior.parameters[0].mean, 1.0);
  EXPECT_DOUBLE_EQ(posterior.parameters[1].mean, 2.0);  // of the value, not its logarithm
  EXPECT_DOUBLE_EQ(posterior.parameters[0].sd, std::sqrt(0.5 / 0.625));
  EXPECT_DOUBLE_EQ(posterior.parameters[1].spread.median, 2.0);
  EXPECT_DOUBLE_EQ(posterior.effective_size, 1.0 / 0.375);
  EXPECT_NEAR(posterior.correlations(0, 1), 1.0, 1e-12);
  EXPECT_DOUBLE_EQ(posterior.predicted[0].median, 20.0);
  EXPECT_DOUBLE_EQ(posterior.predicted[0].low, 10.0);
  EXPECT_DOUBLE_EQ(posterior.predicted[0].high, 30.0);
  EXPECT_EQ(posterior.best, 1u);
}

TEST(Posterior, DensitiesAreSharesInBinsOfThePriorsRange) {
  const Posterior posterior = posterior_of(three_particles(), priors, 5);
  EXPECT_THAT(posterior.parameters[0].density, ElementsAre(0.0, 0.25, 0.5, 0.25, 0.0));
  EXPECT_THAT(prior_density(priors[0], 5), Each(DoubleNear(0.2, 0.001)));
  for (const Prior& prior : priors) {
    const auto shares = prior_density(prior);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 0.998, 1e-12);
  }
}

TEST(Posterior, AParameterThatDoesNotVaryCorrelatesWithNothing) {
  Generation generation = three_particles();
  for (Attempt& particle : generation.particles) particle.coordinates[0] = 1.0;
  const Posterior posterior = posterior_of(generation, priors);
  EXPECT_EQ(posterior.correlations(0, 1), 0.0);
  EXPECT_EQ(posterior.correlations(0, 0), 1.0);
  EXPECT_NEAR(posterior.parameters[0].sd, 0.0, 1e-12);
}

}  // namespace
}  // namespace entente

#include "analysis/calibrate/prior.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace entente {
namespace {

struct Case {
  std::string_view name;
  Prior prior;
};

std::vector<Case> every_prior() {
  return {{"uniform", Prior::uniform(-2, 5)},
          {"log-uniform", Prior::log_uniform(0.01, 100)},
          {"normal", Prior::normal(1, 2)},
          {"normal within bounds", Prior::normal(1, 2, 0, 4)},
          {"normal, lower tail", Prior::normal(0, 1, -Prior::infinite, -3)},
          {"normal, upper tail", Prior::normal(0, 1, 3, 9)},
          {"lognormal", Prior::lognormal(-1, 0.5)},
          {"lognormal within bounds", Prior::lognormal(0, 1, 0.5, 3)}};
}

TEST(Prior, QuantilesInvertTheDistributionFunction) {
  for (const auto& [name, prior] : every_prior())
    for (const double u : {1e-9, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999})
      EXPECT_NEAR(prior.cumulative(prior.quantile(u)), u, 1e-12) << name << " at " << u;
}

TEST(Prior, DensitiesAreTheSlopesOfDistributionFunctions) {
  for (const auto& [name, prior] : every_prior())
    for (const double u : {0.01, 0.2, 0.5, 0.8, 0.99}) {
      const double z = prior.quantile(u), step = 1e-5;
      const double slope = (prior.cumulative(z + step) - prior.cumulative(z - step)) / (2 * step);
      EXPECT_NEAR(std::exp(prior.log_density(z)), slope, 1e-5 * (1 + slope)) << name << " at " << u;
    }
}

TEST(Prior, DrawsKeepToTheBounds) {
  for (const auto& [name, prior] : every_prior()) {
    for (const double u : {0x1p-53, 1.0 - 0x1p-53}) {
      const double z = prior.quantile(u);
      EXPECT_TRUE(std::isfinite(z)) << name;
      EXPECT_TRUE(std::isfinite(prior.log_density(z))) << name;
    }
    if (std::isfinite(prior.low()) && prior.low() != 0.0) {
      const double below = prior.coordinate(prior.low()) - 1e-9;
      EXPECT_EQ(prior.log_density(below), -Prior::infinite) << name;
      EXPECT_EQ(prior.cumulative(below), 0.0) << name;
    }
  }
}

TEST(Prior, KnownQuantiles) {
  EXPECT_DOUBLE_EQ(Prior::uniform(2, 6).quantile(0.25), 3.0);
  const Prior wide = Prior::log_uniform(0.01, 100);
  EXPECT_NEAR(wide.value(wide.quantile(0.75)), 10.0, 1e-12);
  EXPECT_NEAR(Prior::normal(1, 2).quantile(0.975), 1 + 2 * 1.959963984540054, 1e-12);
  const Prior skewed = Prior::lognormal(std::log(3.0), 0.7);
  EXPECT_NEAR(skewed.value(skewed.quantile(0.5)), 3.0, 1e-12);
  // Half of a normal distribution: its median is the upper quartile of the whole.
  EXPECT_NEAR(Prior::normal(0, 1, 0).quantile(0.5), 0.674489750196082, 1e-12);
  // Far in a tail the distribution is nearly exponential, of mean 1 / 8 beyond 8.
  EXPECT_NEAR(Prior::normal(0, 1, 8).quantile(0.5), 8 + std::log(2.0) / 8, 0.002);
}

}  // namespace
}  // namespace entente

#include "analysis/calibrate/weighted.h"

#include <gtest/gtest.h>

#include <vector>

namespace entente {
namespace {

TEST(Weighted, EffectiveSizeCountsEqualPoints) {
  EXPECT_DOUBLE_EQ(effective_size(SampleWeights::Constant(40, 1.0 / 40)), 40.0);
  EXPECT_DOUBLE_EQ(effective_size(SampleWeights::Unit(7, 3)), 1.0);
}

TEST(Weighted, CovarianceOfEqualWeightsIsTheSampleCovariance) {
  SampleMatrix sample(4, 2);
  sample << 1, 2, 3, 1, 5, 6, 7, 3;
  const auto covariance = weighted_covariance(sample, SampleWeights::Constant(4, 0.25));
  EXPECT_NEAR(covariance(0, 0), 20.0 / 3, 1e-12);
  EXPECT_NEAR(covariance(1, 1), 14.0 / 3, 1e-12);
  EXPECT_NEAR(covariance(0, 1), 16.0 / 6, 1e-12);
}

TEST(Weighted, CovarianceOfASinglePointIsZero) {
  SampleMatrix sample(2, 1);
  sample << 1, 5;
  EXPECT_EQ(weighted_covariance(sample, SampleWeights::Unit(2, 1))(0, 0), 0.0);
}

TEST(Weighted, QuantilesFollowTheWeights) {
  const std::vector<double> values{3, 1, 2}, equal{1.0 / 3, 1.0 / 3, 1.0 / 3};
  EXPECT_DOUBLE_EQ(weighted_quantile(values, equal, 0.5), 2.0);
  EXPECT_DOUBLE_EQ(weighted_quantile(values, equal, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(weighted_quantile(values, equal, 1.0), 3.0);
  const std::vector<double> skewed{0.8, 0.1, 0.1};  // of 3, 1 and 2
  EXPECT_DOUBLE_EQ(weighted_quantile(values, skewed, 0.15), 2.0);
  EXPECT_DOUBLE_EQ(weighted_quantile(values, skewed, 0.6), 3.0);
  EXPECT_NEAR(weighted_quantile(values, skewed, 0.375), 2.5, 1e-12);
}

TEST(Weighted, PointsWithoutWeightMoveNoQuantile) {
  const std::vector<double> values{1, 2, 2.5, 3}, weights{0.25, 0.5, 0.0, 0.25};
  EXPECT_DOUBLE_EQ(weighted_quantile(values, weights, 0.5), 2.0);
}

}  // namespace
}  // namespace entente

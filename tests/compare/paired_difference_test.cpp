#include "analysis/compare/paired_difference.h"

#include <gtest/gtest.h>

#include <boost/random/normal_distribution.hpp>
#include <cmath>

namespace entente {
namespace {

/// A sample of N(mean, deviation²), the same for the same number.
Matrix normal(Index size, double mean, double deviation, std::int64_t number) {
  auto stream = Draws(7, 0).stream(Purpose::noise, 0, number);
  boost::random::normal_distribution<double> distribution(mean, deviation);
  Matrix sample(size, 1);
  for (Index k = 0; k < size; ++k) sample(k) = distribution(stream);
  return sample;
}

PairedDifference difference(const Matrix& reference, const Matrix& variant,
                            std::uint64_t seed = 1) {
  return paired_differences(reference, variant, Draws(seed, 0)).front();
}

bool same_bits(const PairedDifference& a, const PairedDifference& b) {
  return a.difference == b.difference && a.low == b.low && a.high == b.high &&
         a.variance_reduction == b.variance_reduction;
}

TEST(PairedDifference, OfNormalSamplesIsNearStudentsInterval) {
  const Index pairs = 400;
  const Matrix reference = normal(pairs, 1.0, 1.0, 1), shift = normal(pairs, 0.3, 0.5, 2);
  const auto found = difference(reference, reference + shift);
  const double deviation = std::sqrt((shift.array() - shift.mean()).square().sum() / (pairs - 1.0));
  const double half = 1.966 * deviation / std::sqrt(pairs);  // the 97.5 % point of t with 399
  EXPECT_NEAR(found.difference, shift.mean(), 1e-12);
  EXPECT_NEAR(found.variant - found.reference, found.difference, 1e-12);
  EXPECT_NEAR(found.low, shift.mean() - half, 0.1 * half);
  EXPECT_NEAR(found.high, shift.mean() + half, 0.1 * half);
  EXPECT_TRUE(found.significant());
}

TEST(PairedDifference, ItsIntervalCoversTheTruthInNineteenOfTwentySamples) {
  const int samples = 300;
  int covered = 0;
  for (int k = 0; k < samples; ++k) {
    const Matrix reference = normal(60, 0.0, 1.0, 2 * k), shift = normal(60, 0.2, 1.0, 2 * k + 1);
    const auto found = difference(reference, reference + shift, static_cast<std::uint64_t>(k));
    covered += found.low <= 0.2 && 0.2 <= found.high ? 1 : 0;
  }
  // Percentile intervals of 60 pairs cover a little less than 95 %; 3 standard errors are 4 %.
  EXPECT_GT(covered, 0.90 * samples);
  EXPECT_LT(covered, 0.99 * samples);
}

TEST(PairedDifference, IsTheSameForTheSameDrawsAndAnotherForOthers) {
  const Matrix reference = normal(50, 0.0, 1.0, 1), variant = reference + normal(50, 0.1, 1.0, 2);
  EXPECT_TRUE(same_bits(difference(reference, variant, 4), difference(reference, variant, 4)));
  EXPECT_FALSE(same_bits(difference(reference, variant, 4), difference(reference, variant, 5)));
}

TEST(PairedDifference, GainsByPairingWhatTheFormulaSays) {
  const Matrix reference = normal(20'000, 0.0, 1.0, 1);
  const Matrix variant = reference + normal(20'000, 0.0, 0.5, 2);
  // (1 + 1.25) / 0.25
  EXPECT_NEAR(difference(reference, variant).variance_reduction, 9.0, 0.4);
  const Matrix independent = normal(20'000, 0.0, 1.0, 3);
  EXPECT_NEAR(difference(reference, independent).variance_reduction, 1.0, 0.05);
}

TEST(PairedDifference, WithoutAnyDifferenceIsZeroAndExact) {
  const Matrix reference = normal(20, 0.0, 1.0, 1);
  const auto found = difference(reference, reference);
  EXPECT_TRUE(found.same);
  EXPECT_TRUE(found.exact);
  EXPECT_EQ(found.difference, 0.0);
  EXPECT_EQ(found.low, 0.0);
  EXPECT_EQ(found.high, 0.0);
  EXPECT_FALSE(found.significant());
  EXPECT_TRUE(std::isnan(found.variance_reduction));
}

TEST(PairedDifference, ThatIsTheSameInEveryPairIsExact) {
  const Matrix reference = normal(20, 0.0, 1.0, 1).array().round();
  const auto found = difference(reference, reference.array() + 2.0);
  EXPECT_TRUE(found.exact);
  EXPECT_FALSE(found.same);
  EXPECT_EQ(found.low, 2.0);
  EXPECT_EQ(found.high, 2.0);
  EXPECT_TRUE(found.significant());
}

TEST(PairedDifference, OfOnePairHasNoInterval) {
  const auto found = difference(Matrix::Constant(1, 1, 1.0), Matrix::Constant(1, 1, 3.0));
  EXPECT_EQ(found.difference, 2.0);
  EXPECT_TRUE(std::isnan(found.low));
  EXPECT_FALSE(found.significant());
}

TEST(PairedDifference, ComparesEveryColumnByItself) {
  Matrix reference(30, 2), variant(30, 2);
  reference << normal(30, 0.0, 1.0, 1), normal(30, 5.0, 1.0, 2);
  variant << reference.col(0), normal(30, 6.0, 1.0, 3);
  const auto found = paired_differences(reference, variant, Draws(1, 0));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].same);
  EXPECT_GT(found[1].low, 0.0);
}

}  // namespace
}  // namespace entente

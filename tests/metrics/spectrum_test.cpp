#include "analysis/metrics/spectrum.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

/// That the pair is what a full decomposition finds, as far as its gaps let the vector be known.
void expect_leading(const Matrix& s) {
  const Index n = s.rows();
  const Eigen::SelfAdjointEigenSolver<Matrix> solved(s);
  const double scale = s.norm(), largest = solved.eigenvalues()(n - 1);
  const auto [value, vector] = leading_eigenpair(s);
  EXPECT_NEAR(value, largest, 1e-14 * scale) << n << " rows";
  EXPECT_NEAR(vector.norm(), 1.0, 1e-13);
  EXPECT_LT((s * vector - value * vector).norm(), 1e-14 * scale) << n << " rows";
  const double gap = n > 1 ? (largest - solved.eigenvalues()(n - 2)) / scale : 1.0;
  if (gap < 1e-10) return;
  const double overlap = std::abs(vector.dot(solved.eigenvectors().col(n - 1)));
  EXPECT_NEAR(overlap, 1.0, 1e-13);
  EXPECT_LT((s * vector / value - vector).norm() * gap, 1e-13) << n << " rows";
}

Matrix in_blocks(Index n, Index blocks, double within, double across) {
  Matrix s(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j)
      s(i, j) = i == j ? 0.0 : i % blocks == j % blocks ? within : across;
  return s;
}

TEST(Spectrum, AgreesWithAFullDecompositionOnEitherSideOfTheChangeOfMethod) {
  for (const Index n : {2, 3, 5, 12, 33, 64, 65, 100, 195}) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      const Matrix random = symmetrised(scenes::random_world(n, seed).alignment);
      expect_leading(random);
      expect_leading(in_blocks(n, 2, 0.7, -0.4) + 0.1 * random);
      expect_leading(in_blocks(n, 3, 0.9, 0.0) + 1e-6 * random);
      expect_leading(in_blocks(n, 1, -0.5, 0.0) + 1e-3 * random);
    }
  }
}

TEST(Spectrum, HoldsWhereTheLargestEigenvalueIsMultiple) {
  for (const Index n : {6, 12, 66, 195}) {
    expect_leading(in_blocks(n, 1, -1.0, 0.0));
    expect_leading(in_blocks(n, 3, 1.0, 0.0));
  }
}

TEST(Spectrum, HoldsOnAChainWhereEigenvaluesCrowd) {
  for (const Index n : {12, 64, 100}) {
    Matrix chain = Matrix::Zero(n, n);
    for (Index i = 0; i + 1 < n; ++i) chain(i, i + 1) = chain(i + 1, i) = 0.5;
    expect_leading(chain);
    EXPECT_NEAR(leading_eigenpair(chain).value, std::cos(M_PI / static_cast<double>(n + 1)), 1e-14);
  }
}

TEST(Spectrum, HoldsForMatricesThatAreNoWorlds) {
  expect_leading(Matrix{{-2.0}});
  expect_leading(-Matrix::Identity(5, 5));
  expect_leading(-Matrix::Identity(70, 70));
}

TEST(Spectrum, OfNothingIsZero) {
  for (const Index n : {0, 1, 12, 80}) {
    const auto [value, vector] = leading_eigenpair(Matrix::Zero(n, n));
    EXPECT_EQ(value, 0.0);
    EXPECT_EQ(vector, Vector(Vector::Zero(n)));
  }
}

TEST(Spectrum, SafeScaleLeavesOrdinaryNumbersAlone) {
  EXPECT_EQ(safe_scale(Matrix{{1e-80, -0.9}}), 1.0);
  EXPECT_EQ(safe_scale(Matrix{{0.0, 0.0}}), 1.0);
  EXPECT_EQ(safe_scale(Matrix(0, 0)), 1.0);
}

TEST(Spectrum, SafeScaleBringsExtremesNearOne) {
  for (const double largest : {3e-200, 3e200, 1.7e308}) {
    const double scaled = safe_scale(Matrix{{-largest, 1e-300}}) * largest;
    EXPECT_GE(scaled, 1.0);
    EXPECT_LT(scaled, 2.0);
  }
  EXPECT_GT(safe_scale(Matrix{{5e-324}}) * 5e-324, 1e-30);
}

}  // namespace
}  // namespace entente

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

#include "analysis/metrics/spectrum.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

using test::aligned;
using test::grouped;
using test::value;
using testing::Each;
using testing::ElementsAre;

/// The share of strength that a partition leaves unsatisfied, tie by tie.
double frustration_of(const Matrix& a, const std::vector<int>& camp) {
  double against = 0.0, all = 0.0;
  for (Index i = 0; i < a.rows(); ++i)
    for (Index j = 0; j < i; ++j) {
      const double tie = (a(i, j) + a(j, i)) / 2.0;
      const bool same = camp[static_cast<std::size_t>(i)] == camp[static_cast<std::size_t>(j)];
      all += std::abs(tie);
      if ((tie > 0.0) != same) against += std::abs(tie);
    }
  return all > 0.0 ? against / all : 0.0;
}

/// The gap below the largest eigenvalue and the least component of its eigenvector: where both are
/// clear of 0 there is one partition.
bool has_clear_camps(const Matrix& a) {
  const Eigen::SelfAdjointEigenSolver<Matrix> solved(symmetrised(a));
  const Index n = a.rows();
  return n > 1 && solved.eigenvalues()(n - 1) - solved.eigenvalues()(n - 2) > 1e-3 &&
         solved.eigenvectors().col(n - 1).cwiseAbs().minCoeff() > 1e-6;
}

TEST(Camps, AreTheTwoSidesOfADividedWorld) {
  EXPECT_THAT(camps(grouped({0, 1, 1, 0, 1})), ElementsAre(1, -1, -1, 1, -1));
  EXPECT_THAT(camps(grouped({1, 0, 0, 1, 0}, 0.3, -0.01)), ElementsAre(1, -1, -1, 1, -1));
  EXPECT_THAT(camps(grouped({0, 0, 0})), Each(1));
}

TEST(Camps, AreFoundUnderNoise) {
  for (const int n : {12, 64, 65, 195}) {
    std::vector<int> planted(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) planted[static_cast<std::size_t>(i)] = i * i % 7 < 3 ? 1 : -1;
    const Matrix noise = scenes::random_world(n, 5).alignment;
    EXPECT_EQ(camps(0.3 * grouped(planted) + 0.5 * noise), planted) << n;
  }
}

TEST(Camps, CountWhoLeansToNeitherSideWithTheFirstActor) {
  Matrix a = grouped({0, 1, 0, 1});
  a.row(2).setZero();
  a.col(2).setZero();
  EXPECT_THAT(camps(a), ElementsAre(1, -1, 1, -1));
  EXPECT_THAT(camps(Matrix::Zero(3, 3)), Each(1));
  EXPECT_THAT(camps(Matrix::Zero(1, 1)), ElementsAre(1));
  EXPECT_THAT(camps(Matrix(0, 0)), ElementsAre());
}

TEST(Camps, DoNotDependOnScale) {
  const Matrix a = scenes::random_world(9, 3).alignment;
  for (const double scale : {1e-320, 1e-200, 1e-3, 1e200, 1e307})
    EXPECT_EQ(camps(scale * a), camps(a)) << scale;
}

TEST(Frustration, IsZeroInTwoCampsAndAThirdInAFrustratedTriangle) {
  EXPECT_EQ(value<Frustration>(aligned(grouped({0, 1, 1, 0}))), 0.0);
  EXPECT_EQ(value<Frustration>(aligned(grouped({0, 0, 0, 0}, 0.4))), 0.0);
  EXPECT_NEAR(value<Frustration>(aligned(grouped({0, 1, 2}))), 1.0 / 3.0, 1e-15);
  Matrix quarrel = grouped({0, 0, 0});
  quarrel(1, 2) = quarrel(2, 1) = -1.0;
  EXPECT_NEAR(value<Frustration>(aligned(quarrel)), 1.0 / 3.0, 1e-15);
}

RC_GTEST_PROP(FrustrationProperty, IsThatOfTheCamps, ()) {
  const Matrix a = test::arbitrary_alignments(test::arbitrary_size(1, 12), 2);
  const double frustration = value<Frustration>(aligned(a));
  RC_ASSERT(std::abs(frustration - frustration_of(a, camps(a))) < 1e-13);
}

TEST(Frustration, IsTheLeastThatAnyTwoCampsLeaveInASmallDividedWorld) {
  const Matrix a =
      0.2 * grouped({0, 1, 1, 0, 1, 0, 0}) + 0.6 * scenes::random_world(7, 11).alignment;
  double least = 1.0;
  for (unsigned chosen = 0; chosen < 1U << 6; ++chosen) {
    std::vector<int> camp;
    for (unsigned i = 0; i < 7; ++i) camp.push_back((chosen >> i & 1U) != 0U ? -1 : 1);
    least = std::min(least, frustration_of(a, camp));
  }
  EXPECT_GT(least, 0.0);
  EXPECT_NEAR(value<Frustration>(aligned(a)), least, 1e-15);
}

RC_GTEST_PROP(FrustrationProperty, IsTheSameAfterSwitchingSides, ()) {
  const Index n = test::arbitrary_size(3, 12);
  const Matrix a = test::arbitrary_mutual(n);
  RC_PRE(has_clear_camps(a));
  Vector side(n);
  for (double& s : side) s = *rc::gen::arbitrary<bool>() ? 1.0 : -1.0;
  const Matrix switched = side.asDiagonal() * a * side.asDiagonal();
  RC_ASSERT(std::abs(value<Frustration>(aligned(a)) - value<Frustration>(aligned(switched))) <
            1e-12);
  const std::vector<int> before = camps(a), after = camps(switched);
  for (std::size_t i = 0; i < before.size(); ++i)
    RC_ASSERT(after[i] == before[i] * side(static_cast<Index>(i)) * side(0));
}

}  // namespace
}  // namespace entente

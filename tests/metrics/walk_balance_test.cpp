#include "analysis/metrics/walk_balance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/metrics/published.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

Matrix negative_cycle(Index n) {
  Matrix ties = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i)
    ties(i, (i + 1) % n) = ties((i + 1) % n, i) = i + 1 == n ? -1.0 : 1.0;
  return ties;
}

/// exp(A)_ii by its series, for ties so weak that sixty terms are all.
Vector diagonal_by_series(const Matrix& a) {
  Matrix term = Matrix::Identity(a.rows(), a.cols()), sum = term;
  for (int k = 1; k < 60; ++k) {
    term = term * a / k;
    sum += term;
  }
  return sum.diagonal();
}

TEST(WalkBalance, OfANegativeCycleFollowsFromItsEigenvalues) {
  // Of −1 around: 2 cos((2k + 1)π/n); of +1: 2 cos(2kπ/n). All actors are alike.
  for (const Index n : {3, 4, 5, 8, 17}) {
    double signs = 0.0, all = 0.0;
    for (Index k = 0; k < n; ++k) {
      const double turn = std::numbers::pi / static_cast<double>(n);
      signs += std::exp(2.0 * std::cos(static_cast<double>(2 * k + 1) * turn));
      all += std::exp(2.0 * std::cos(static_cast<double>(2 * k) * turn));
    }
    const WalkBalance balance = walk_balance(negative_cycle(n));
    EXPECT_NEAR(balance.whole, signs / all, 1e-13) << n;
    for (const double actor : balance.actors) EXPECT_NEAR(actor, signs / all, 1e-13) << n;
    EXPECT_NEAR(balance.unbalance(), (all - signs) / (all + signs), 1e-13) << n;
  }
}

TEST(WalkBalance, IsExactlyOneWhereAllIsBalanced) {
  for (const Matrix& ties : {Matrix(Matrix::Zero(0, 0)), Matrix(Matrix::Zero(4, 4)),
                             test::grouped({0, 1, 1, 0, 1, 0, 0}, 0.4, -0.9)}) {
    const WalkBalance balance = walk_balance(ties);
    EXPECT_EQ(balance.whole, 1.0);
    EXPECT_EQ(balance.actors, Vector::Ones(ties.rows()));
    EXPECT_EQ(balance.unbalance(), 0.0);
  }
}

TEST(WalkBalance, OfUnconnectedPartsWeighsThemByTheirWalks) {
  Matrix ties = Matrix::Zero(8, 8);
  ties.topLeftCorner(3, 3) = negative_cycle(3);
  ties(3, 4) = ties(4, 3) = -1.0;  // balanced; 5, 6, 7 have no ties
  const WalkBalance balance = walk_balance(ties);
  const Vector signs = diagonal_by_series(ties), all = diagonal_by_series(ties.cwiseAbs());
  EXPECT_NEAR(balance.whole, signs.sum() / all.sum(), 1e-14);
  EXPECT_LT(balance.actors(0), 1.0);
  for (Index i = 3; i < 8; ++i) EXPECT_EQ(balance.actors(i), 1.0);
}

TEST(WalkBalance, HoldsForTiesOfAnyStrength) {
  const WalkBalance strong = walk_balance(4000.0 * negative_cycle(5));
  EXPECT_EQ(strong.whole, 0.0);  // e^(−4000·0.38): less than any double
  const WalkBalance weak = walk_balance(1e-200 * negative_cycle(5));
  EXPECT_NEAR(weak.whole, 1.0, 1e-15);
}

RC_GTEST_PROP(WalkBalanceProperty, IsThatOfTheSeriesAndOutlivesSwitching, ()) {
  const Index n = test::arbitrary_size(1, 12);
  const Matrix ties = test::arbitrary_mutual(n, test::arbitrary_count(0, 8));
  const Vector signs = diagonal_by_series(ties), all = diagonal_by_series(ties.cwiseAbs());
  const WalkBalance balance = walk_balance(ties);
  RC_ASSERT(std::abs(balance.whole - signs.sum() / all.sum()) < 1e-11);
  RC_ASSERT((balance.actors - signs.cwiseQuotient(all)).cwiseAbs().maxCoeff() < 1e-11);
  Vector side(n);
  for (double& s : side) s = *rc::gen::arbitrary<bool>() ? 1.0 : -1.0;
  const WalkBalance switched = walk_balance(side.asDiagonal() * ties * side.asDiagonal());
  RC_ASSERT((switched.actors - balance.actors).cwiseAbs().maxCoeff() < 1e-11);
}

TEST(WalkBalance, OfStatesIsWithinItsBounds) {
  const auto windows = test::states_by_window();
  if (windows.empty()) GTEST_SKIP() << test::absent();
  for (const auto& [window, ties] : windows) {
    const WalkBalance balance = walk_balance(ties.matrix());
    EXPECT_GT(balance.whole, 0.0) << window;
    EXPECT_LT(balance.whole, 1.0) << window;
    EXPECT_LE(balance.actors.maxCoeff(), 1.0) << window;
  }
}

}  // namespace
}  // namespace entente

#include "analysis/metrics/frustration_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/metrics/published.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

using test::arbitrary_count;
using test::arbitrary_size;

/// The strength of ties that run against camps, by the definition.
double against(const Matrix& ties, const std::vector<int>& camps) {
  double total = 0.0;
  for (Index i = 0; i < ties.rows(); ++i)
    for (Index j = 0; j < i; ++j)
      total += (std::abs(ties(i, j)) - camps[static_cast<std::size_t>(i)] * ties(i, j) *
                                           camps[static_cast<std::size_t>(j)]) /
               2.0;
  return total;
}

double by_all_camps(const Matrix& ties) {
  double least = std::numeric_limits<double>::infinity();
  for (unsigned side = 0; side < 1U << (ties.rows() - 1); ++side) {
    std::vector<int> camps;
    for (Index i = 0; i < ties.rows(); ++i) camps.push_back(side >> i & 1U ? -1 : 1);
    least = std::min(least, against(ties, camps));
  }
  return least;
}

/// Any symmetric ties of whole strengths up to `strongest`, about `zeros` of ten 0.
Matrix arbitrary_ties(Index n, int strongest, int zeros) {
  Matrix ties = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < i; ++j)
      if (arbitrary_count(0, 9) >= zeros)
        ties(i, j) = ties(j, i) = arbitrary_count(-strongest, strongest);
  return ties;
}

Matrix cycle(Index n, double last) {
  Matrix ties = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i) {
    const Index j = (i + 1) % n;
    ties(i, j) = ties(j, i) = j == 0 ? last : 1.0;
  }
  return ties;
}

TEST(FrustrationIndex, IsZeroWhereNothingOpposes) {
  for (const Index n : {0, 1, 2, 5}) {
    const FrustrationIndex found = frustration_index(Matrix::Zero(n, n));
    EXPECT_EQ(found.index, 0.0);
    EXPECT_EQ(found.camps, std::vector<int>(static_cast<std::size_t>(n), 1));
    EXPECT_TRUE(found.proven);
  }
  const FrustrationIndex camps = frustration_index(test::grouped({0, 1, 1, 0, 1}, 0.4, -0.9));
  EXPECT_EQ(camps.index, 0.0);
  EXPECT_EQ(camps.camps, (std::vector<int>{1, -1, -1, 1, -1}));
}

TEST(FrustrationIndex, OfANegativeCycleIsItsWeakestTie) {
  EXPECT_EQ(frustration_index(cycle(7, -1.0)).index, 1.0);
  EXPECT_EQ(frustration_index(cycle(7, -0.25)).index, 0.25);
  EXPECT_EQ(frustration_index(cycle(7, -3.5)).index, 1.0);
}

TEST(FrustrationIndex, OfAllFoesIsTheFewestTiesWithinTwoCamps) {
  for (const Index n : {3, 4, 5, 8, 11}) {
    Matrix foes = -Matrix::Ones(n, n);
    foes.diagonal().setZero();
    const Index half = n / 2, rest = n - half;
    const auto within = static_cast<double>(half * (half - 1) / 2 + rest * (rest - 1) / 2);
    const FrustrationIndex found = frustration_index(foes);
    EXPECT_EQ(found.index, within) << n;
    EXPECT_TRUE(found.proven) << n;
  }
}

TEST(FrustrationIndex, OfUnconnectedPartsIsTheirSum) {
  Matrix ties = Matrix::Zero(11, 11);
  ties.topLeftCorner(5, 5) = cycle(5, -1.0);
  ties.bottomRightCorner(6, 6) = cycle(6, -0.5);
  EXPECT_EQ(frustration_index(ties).index, 1.5);
  ties(2, 7) = ties(7, 2) = -4.0;  // a bridge between them is in no cycle
  EXPECT_EQ(frustration_index(ties).index, 1.5);
}

TEST(FrustrationIndex, SaysWhatItCouldNotProve) {
  const Matrix ties = -Matrix::Ones(9, 9) + Matrix(Matrix::Identity(9, 9));
  const FrustrationIndex found = frustration_index(ties, 0);
  EXPECT_FALSE(found.proven);
  EXPECT_EQ(found.index, 16.0);  // camps of 4 and 5 are found all the same
  EXPECT_EQ(found.lower_bound, 0.0);
}

RC_GTEST_PROP(FrustrationIndexProperty, IsTheLeastOverAllCamps, ()) {
  const Matrix ties =
      arbitrary_ties(arbitrary_size(1, 11), arbitrary_count(1, 9), arbitrary_count(0, 7));
  const FrustrationIndex found = frustration_index(ties);
  RC_ASSERT(found.proven);
  RC_ASSERT(found.index == by_all_camps(ties));
  RC_ASSERT(found.index == against(ties, found.camps));
  RC_ASSERT(found.lower_bound == found.index);
}

RC_GTEST_PROP(FrustrationIndexProperty, IsTheLeastForTiesOfAnyStrength, ()) {
  const Matrix ties = test::arbitrary_mutual(arbitrary_size(1, 11), arbitrary_count(0, 7));
  const FrustrationIndex found = frustration_index(ties);
  RC_ASSERT(found.proven);
  RC_ASSERT(std::abs(found.index - by_all_camps(ties)) < 1e-9);
}

RC_GTEST_PROP(FrustrationIndexProperty, IsTheSameAfterSwitchingAndRelabelling, ()) {
  const Index n = arbitrary_size(2, 25);
  const Matrix ties = arbitrary_ties(n, 3, 6);
  const std::vector<Index> order = test::arbitrary_order(n);
  Vector side(n);
  for (double& s : side) s = *rc::gen::arbitrary<bool>() ? 1.0 : -1.0;
  const Matrix switched = side.asDiagonal() * ties * side.asDiagonal();
  const Matrix relabelled = switched(order, order);
  const FrustrationIndex found = frustration_index(ties);
  RC_ASSERT(found.proven);
  RC_ASSERT(found.index == frustration_index(relabelled).index);
}

RC_GTEST_PROP(FrustrationIndexProperty, IsBracketedWhateverTheLimit, ()) {
  const Matrix ties = arbitrary_ties(arbitrary_size(3, 16), 5, 1);
  const FrustrationIndex best = frustration_index(ties);
  const FrustrationIndex hasty = frustration_index(ties, arbitrary_count(0, 60));
  RC_ASSERT(best.proven);
  RC_ASSERT(hasty.lower_bound <= best.index);
  RC_ASSERT(hasty.index >= best.index);
  RC_ASSERT(hasty.proven == (hasty.lower_bound == hasty.index));
  RC_ASSERT(std::abs(hasty.index - against(ties, hasty.camps)) < 1e-12);
}

TEST(FrustrationIndex, OfTheGahukuGamaIsThePublishedOne) {
  const test::NamedTies tribes = test::gahuku_gama();
  if (tribes.matrix().rows() == 0) GTEST_SKIP() << test::absent();
  const FrustrationIndex found = frustration_index(tribes.matrix());
  EXPECT_EQ(found.index, 7.0);
  EXPECT_TRUE(found.proven);
}

TEST(FrustrationIndex, OfStatesIsThePublishedOneInEveryWindow) {
  auto windows = test::states_by_window();
  auto published = test::published_rows("published/cow_signed_frustration.csv");
  if (windows.empty() || published.empty()) GTEST_SKIP() << test::absent();
  for (auto& row : published) {
    const FrustrationIndex found = frustration_index(windows.at(row["window"]).matrix());
    EXPECT_EQ(found.index, std::stod(row["frustration_L_exact"])) << row["window"];
    EXPECT_TRUE(found.proven) << row["window"];
  }
}

TEST(FrustrationIndex, HasTheSameCampsEachTime) {
  const auto windows = test::states_by_window();
  if (windows.empty()) GTEST_SKIP() << test::absent();
  const Matrix& ties = windows.begin()->second.matrix();
  EXPECT_EQ(frustration_index(ties).camps, frustration_index(ties).camps);
}

}  // namespace
}  // namespace entente

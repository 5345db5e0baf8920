#include <gtest/gtest.h>

#include <cmath>

#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

using test::aligned;
using test::grouped;
using test::value;

/// The share of balanced triads, plain and weighted, by looking at each.
struct Counted {
  double plain = 1.0, weighted = 1.0;
};

Counted by_enumeration(const Matrix& a) {
  double all = 0, balanced = 0, weight = 0, balanced_weight = 0;
  const Matrix tie = (a + a.transpose()) / 2.0;
  for (Index i = 0; i < a.rows(); ++i)
    for (Index j = 0; j < i; ++j)
      for (Index k = 0; k < j; ++k) {
        const double product = tie(i, j) * tie(j, k) * tie(k, i);
        if (product == 0.0) continue;
        all += 1.0;
        weight += std::abs(product);
        if (product < 0.0) continue;
        balanced += 1.0;
        balanced_weight += product;
      }
  if (all == 0.0) return {};
  return {balanced / all, balanced_weight / weight};
}

/// A − b, c one way round, b − c the other: three actors of these mutual ties.
Matrix triangle(double ab, double bc, double ca) {
  return Matrix{{0.0, ab, ca}, {ab, 0.0, bc}, {ca, bc, 0.0}};
}

TEST(TriadBalance, FollowsTheSignOfATriangle) {
  EXPECT_EQ(value<TriadBalance>(aligned(triangle(0.2, 0.9, 0.5))), 1.0);
  EXPECT_EQ(value<TriadBalance>(aligned(triangle(0.2, -0.9, -0.5))), 1.0);
  EXPECT_EQ(value<TriadBalance>(aligned(triangle(0.2, 0.9, -0.5))), 0.0);
  EXPECT_EQ(value<TriadBalance>(aligned(triangle(-0.2, -0.9, -0.5))), 0.0);
  EXPECT_EQ(value<WeightedTriadBalance>(aligned(triangle(0.2, 0.9, 0.5))), 1.0);
  EXPECT_EQ(value<WeightedTriadBalance>(aligned(triangle(0.2, 0.9, -0.5))), 0.0);
}

TEST(TriadBalance, IsOneForTwoCampsOfAnyStrengths) {
  const Matrix camps = grouped({0, 1, 1, 0, 1, 0, 0}, 0.4, -0.9);
  EXPECT_EQ(value<TriadBalance>(aligned(camps)), 1.0);
  EXPECT_EQ(value<WeightedTriadBalance>(aligned(camps)), 1.0);
}

TEST(TriadBalance, LeavesOutTriadsWithoutATie) {
  Matrix a = grouped({0, 0, 0, 0});
  a(0, 1) = a(1, 0) = -1.0;  // triads 012 and 013 unbalanced
  a(0, 3) = 0.5;
  a(3, 0) = -0.5;                                   // 03 cancels out: no tie
  EXPECT_EQ(value<TriadBalance>(aligned(a)), 0.5);  // of 012 and 123
}

TEST(TriadBalance, OfThreeCampsCountsTriadsThatSpanThem) {
  // Three groups of two, foes across: unbalanced are the 2³ triads with one actor of each, of 20.
  EXPECT_DOUBLE_EQ(value<TriadBalance>(aligned(grouped({0, 0, 1, 1, 2, 2}))), 12.0 / 20.0);
}

RC_GTEST_PROP(TriadBalanceProperty, AgreesWithEnumeration, ()) {
  const Index n = test::arbitrary_size(0, 25);
  const Matrix a = test::arbitrary_alignments(n, test::arbitrary_count(0, 8));
  const auto [plain, weighted] = by_enumeration(a);
  RC_ASSERT(std::abs(value<TriadBalance>(aligned(a)) - plain) < 1e-15);
  RC_ASSERT(std::abs(value<WeightedTriadBalance>(aligned(a)) - weighted) < 1e-12);
}

TEST(TriadBalance, AgreesWithEnumerationInLargeWorlds) {
  for (const Index n : {63, 64, 65, 128, 150}) {
    Matrix a = scenes::random_world(n, static_cast<std::uint64_t>(n)).alignment;
    for (Index i = 0; i < n; i += 7) a.row(i).setZero();
    for (Index i = 0; i < n; i += 7) a.col(i).setZero();
    const auto [plain, weighted] = by_enumeration(a);
    EXPECT_DOUBLE_EQ(value<TriadBalance>(aligned(a)), plain) << n;
    EXPECT_NEAR(value<WeightedTriadBalance>(aligned(a)), weighted, 1e-12) << n;
  }
}

RC_GTEST_PROP(TriadBalanceProperty, IsTheSameAfterSwitchingSides, ()) {
  // Harary: reversing all ties of some actors leaves every cycle's sign.
  const Index n = test::arbitrary_size(3, 15);
  const Matrix a = test::arbitrary_mutual(n, 2);
  Vector side(n);
  for (double& s : side) s = *rc::gen::arbitrary<bool>() ? 1.0 : -1.0;
  const Matrix switched = side.asDiagonal() * a * side.asDiagonal();
  RC_ASSERT(value<TriadBalance>(aligned(a)) == value<TriadBalance>(aligned(switched)));
  RC_ASSERT(std::abs(value<WeightedTriadBalance>(aligned(a)) -
                     value<WeightedTriadBalance>(aligned(switched))) < 1e-12);
}

}  // namespace
}  // namespace entente

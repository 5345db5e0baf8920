#include <gtest/gtest.h>

#include <cmath>

#include "analysis/metrics/triads.h"
#include "tests/metrics/published.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

TEST(SignedCensus, KnowsTheFourTrianglesByTheirFoes) {
  for (int foes = 0; foes <= 3; ++foes) {
    const double a = foes > 0 ? -2.0 : 2.0, b = foes > 1 ? -3.0 : 3.0, c = foes > 2 ? -0.5 : 0.5;
    const SignedCensus census = signed_census(Matrix{{0, a, b}, {a, 0, c}, {b, c, 0}});
    for (int kind = 0; kind <= 3; ++kind) {
      const KindTotal& tally = census.triangles[static_cast<std::size_t>(kind)];
      EXPECT_EQ(tally.count, kind == foes ? 1 : 0);
      EXPECT_EQ(tally.weight, kind == foes ? 3.0 : 0.0);
    }
    EXPECT_EQ(census.foes.count, foes);
    EXPECT_EQ(census.friends.weight + census.foes.weight, 5.5);
    EXPECT_EQ(census.balanced().count, foes % 2 == 0 ? 1 : 0);
    EXPECT_EQ(census.unbalanced().count, foes % 2);
  }
}

TEST(SignedCensus, OfTwoCampsHasTheirBinomials) {
  // Camps of 3 and 4: friends C(3,2) + C(4,2), foes 12; triangles within 1 + 4, across the rest.
  const SignedCensus census = signed_census(test::grouped({0, 0, 0, 1, 1, 1, 1}, 0.5, -2.0));
  EXPECT_EQ(census.friends.count, 9);
  EXPECT_EQ(census.foes.count, 12);
  EXPECT_EQ(census.null_dyads.count, 0);
  EXPECT_EQ(census.triangles[0].count, 5);
  EXPECT_EQ(census.triangles[2].count, 30);
  EXPECT_EQ(census.triangles[0].weight, 5 * 0.125);
  EXPECT_EQ(census.triangles[2].weight, 30 * 2.0);
  EXPECT_EQ(census.unbalanced().count, 0);
}

RC_GTEST_PROP(SignedCensusProperty, IsCompleteAndAgreesWithTheShares, ()) {
  const Index n = test::arbitrary_size(0, 20);
  const Matrix ties = test::arbitrary_mutual(n, test::arbitrary_count(0, 8));
  const SignedCensus census = signed_census(ties);
  RC_ASSERT(census.friends.count + census.foes.count + census.null_dyads.count == n * (n - 1) / 2);
  const KindTotal balanced = census.balanced(), unbalanced = census.unbalanced();
  const std::int64_t closed = balanced.count + unbalanced.count;
  RC_ASSERT(closed + census.open_triads == n * (n - 1) * (n - 2) / 6);
  RC_ASSERT(triangles(ties).balanced == balanced.count);
  RC_ASSERT(triangles(ties).unbalanced == unbalanced.count);
  RC_ASSERT(std::abs(ties.cwiseAbs().sum() / 2 - census.friends.weight - census.foes.weight) <
            1e-12);
  const double weight = balanced.weight + unbalanced.weight;
  if (weight > 0.0)
    RC_ASSERT(std::abs(weighted_balanced_share(ties) - balanced.weight / weight) < 1e-9);
}

RC_GTEST_PROP(SignedCensusProperty, ReversingAllTiesMirrorsTheKinds, ()) {
  const Matrix ties = test::arbitrary_mutual(test::arbitrary_size(0, 15), 3);
  const SignedCensus census = signed_census(ties), reversed = signed_census(-ties);
  for (std::size_t kind = 0; kind < 4; ++kind) {
    RC_ASSERT(census.triangles[kind].count == reversed.triangles[3 - kind].count);
    RC_ASSERT(census.triangles[kind].weight == reversed.triangles[3 - kind].weight);
  }
  RC_ASSERT(census.friends.count == reversed.foes.count);
}

TEST(SignedCensus, OfStatesIsThePublishedOneInEveryWindow) {
  auto windows = test::states_by_window();
  auto published = test::published_rows("published/cow_signed_frustration.csv");
  if (windows.empty() || published.empty()) GTEST_SKIP() << test::absent();
  for (auto& row : published) {
    const Matrix& ties = windows.at(row["window"]).matrix();
    const SignedCensus census = signed_census(ties);
    EXPECT_EQ(ties.rows(), std::stol(row["n"])) << row["window"];
    EXPECT_EQ(census.friends.count + census.foes.count, std::stol(row["m"])) << row["window"];
    EXPECT_EQ(census.foes.count, std::stol(row["neg"])) << row["window"];
    EXPECT_EQ(triangles(ties).balanced, std::stol(row["tri_balanced"])) << row["window"];
    EXPECT_EQ(triangles(ties).unbalanced, std::stol(row["tri_unbalanced"])) << row["window"];
    EXPECT_EQ(census.unbalanced().count, std::stol(row["tri_unbalanced"])) << row["window"];
  }
}

}  // namespace
}  // namespace entente

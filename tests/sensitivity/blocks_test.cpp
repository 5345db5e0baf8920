#include "analysis/sensitivity/blocks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/sensitivity/samples.h"

namespace entente {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(Blocks, CountAReplicateWhereItAnswersAtAllPoints) {
  Matrix answers = Matrix::Ones(6, 3);
  answers(1, 2) = missing;  // first block: replicates 0 and 1 are left
  answers(2, 0) = missing;  // second block: replicate 2 alone
  answers(3, 1) = missing;
  const Blocks blocks(answers, 2);
  ASSERT_EQ(blocks.used.size(), 2u);
  EXPECT_EQ(blocks.used[0].first, 0);
  EXPECT_EQ(blocks.used[0].replicates, (std::vector<Index>{0, 1}));
  EXPECT_EQ(blocks.used[1].first, 4);
  EXPECT_EQ(blocks.used[1].replicates, (std::vector<Index>{0, 1, 2}));
  EXPECT_EQ(blocks.coverage.used, 2u);
  EXPECT_EQ(blocks.coverage.left_out, 1u);
  EXPECT_EQ(blocks.coverage.missing_runs, 3u);
  EXPECT_EQ(blocks.coverage.unused_runs, 1u + 4u);
}

TEST(Blocks, AreUsedOfASingleReplicateWhereThereIsNoOther) {
  Matrix answers = Matrix::Ones(4, 1);
  answers(3, 0) = std::numeric_limits<double>::infinity();
  const Blocks blocks(answers, 2);
  EXPECT_EQ(blocks.coverage.used, 1u);
  EXPECT_EQ(blocks.coverage.left_out, 1u);
  EXPECT_EQ(blocks.coverage.missing_runs, 1u);
  EXPECT_EQ(blocks.coverage.unused_runs, 1u);
}

TEST(ProductOfExpectations, IsTheMeanOverPairsOfDifferentReplicates) {
  const Vector a = samples::normals(5, 1, 1), b = samples::normals(5, 1, 2) + a;
  double pairs = 0.0;
  for (Index r = 0; r < 5; ++r)
    for (Index q = 0; q < 5; ++q)
      if (r != q) pairs += a(r) * b(q) / 20.0;
  EXPECT_NEAR(product_of_expectations(a, b), pairs, 1e-12);
  EXPECT_EQ(product_of_expectations(a.head(1), b.head(1)), a(0) * b(0));
}

}  // namespace
}  // namespace entente

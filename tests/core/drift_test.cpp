#include "sim/core/drift.h"

#include <gtest/gtest.h>

#include "tests/scenes/compare.h"

namespace entente {
namespace {

constexpr Rows everyone{0, 20};

Drift random_drift() {
  Drift drift(20);
  drift.op(everyone) = Matrix::Random(20, 20);
  drift.forcing(everyone) = Matrix::Random(20, 20);
  return drift;
}

TEST(Drift, OfADyadIsItsEntryOfTheWhole) {
  const Matrix alignment = Matrix::Random(20, 20);
  Drift drift = random_drift();
  Matrix dyad_by_dyad(20, 20);
  for (Index i = 0; i < 20; ++i)
    for (Index j = 0; j < 20; ++j) dyad_by_dyad(i, j) = drift.of(i, j, alignment);
  const Matrix expected = drift.op(everyone) * alignment + drift.forcing(everyone);
  drift.multiply(alignment);
  EXPECT_LT(scenes::apart(drift.total(), expected), 1e-13);
  EXPECT_LT(scenes::apart(drift.total(), dyad_by_dyad), 1e-13);
  EXPECT_EQ(RowVector(drift.total(7)), drift.total().row(7));
}

TEST(Drift, BeginsAtNothing) {
  Drift drift(20);
  EXPECT_TRUE(drift.op(everyone).isZero(0.0) && drift.forcing(everyone).isZero(0.0));
}

TEST(Drift, IsClearedRowByRow) {
  Drift drift = random_drift(), before = drift;
  drift.clear({3, 2});
  EXPECT_TRUE(drift.op({3, 2}).isZero(0.0) && drift.forcing({3, 2}).isZero(0.0));
  EXPECT_EQ(Matrix(drift.op({5, 15})), Matrix(before.op({5, 15})));
  EXPECT_EQ(Matrix(drift.forcing({0, 3})), Matrix(before.forcing({0, 3})));
}

TEST(Drift, BeginsAnewFromWhatStands) {
  Drift drift = random_drift(), standing = random_drift();
  drift.begin({4, 3}, standing);
  EXPECT_TRUE(drift.op({4, 3}).isZero(0.0));
  EXPECT_EQ(Matrix(drift.forcing({4, 3})), Matrix(standing.forcing({4, 3})));
}

}  // namespace
}  // namespace entente

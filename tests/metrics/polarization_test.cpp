#include <gtest/gtest.h>

#include <cmath>

#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

using test::aligned;
using test::grouped;
using test::value;
using test::with_capability;

/// Actors on a line from 0 to 1: as far apart as they stand, d_ij = |x_i − x_j|.
Matrix on_a_line(const Vector& x) {
  Matrix alignment(x.size(), x.size());
  for (Index i = 0; i < x.size(); ++i)
    for (Index j = 0; j < x.size(); ++j) alignment(i, j) = 1.0 - 2.0 * std::abs(x(i) - x(j));
  return alignment;
}

/// The index written out over pairs and third parties, as its docstring states it.
double by_definition(const World& world) {
  const auto distance = [&](Index i, Index j) {
    const double mutual = (world.alignment(i, j) + world.alignment(j, i)) / 2.0;
    return i == j ? 0.0 : (1.0 - mutual) / 2.0;
  };
  double sum = 0.0;
  for (Index i = 0; i < world.actors(); ++i)
    for (Index j = 0; j < world.actors(); ++j)
      for (Index k = 0; k < world.actors(); ++k)
        sum += world.share(i) * world.share(k) * std::max(1.0 - 2.0 * distance(i, k), 0.0) *
               world.share(j) * distance(i, j);
  return 4.0 * sum;
}

TEST(Polarization, IsOneForTwoOpposedCampsOfEqualPower) {
  EXPECT_DOUBLE_EQ(value<Polarization>(aligned(grouped({0, 1}))), 1.0);
  EXPECT_DOUBLE_EQ(value<Polarization>(aligned(grouped({0, 1, 1, 0, 0, 1}))), 1.0);
  const World one_against_three =
      with_capability(aligned(grouped({0, 1, 1, 1})), Vector{{6.0, 1.0, 2.0, 3.0}});
  EXPECT_DOUBLE_EQ(value<Polarization>(one_against_three), 1.0);
}

TEST(Polarization, IsZeroAmongFriendsAndSmallAmongManyStrangers) {
  EXPECT_DOUBLE_EQ(value<Polarization>(aligned(grouped({0, 0, 0, 0}))), 0.0);
  for (const Index n : {2, 5, 40}) {
    const double neutral = 2.0 * static_cast<double>(n - 1) / static_cast<double>(n * n);
    EXPECT_NEAR(value<Polarization>(aligned(Matrix::Zero(n, n))), neutral, 1e-14);
  }
}

TEST(Polarization, IsReynalQuerolsIndexWhereCampsAreClearCut) {
  // 4 Σ π² (1 − π): 8/9 for three equal groups, 3/4 for four, 0.84 for shares of 0.7 and 0.3.
  EXPECT_NEAR(value<Polarization>(aligned(grouped({0, 1, 2}))), 8.0 / 9.0, 1e-14);
  EXPECT_NEAR(value<Polarization>(aligned(grouped({0, 1, 2, 3, 3, 2, 1, 0}))), 0.75, 1e-14);
  EXPECT_NEAR(value<Polarization>(aligned(grouped({0, 0, 0, 0, 0, 0, 0, 1, 1, 1}))), 0.84, 1e-14);
}

RC_GTEST_PROP(PolarizationProperty, IsEstebanAndRaysFormulaForGroupsThatDoNotIdentify, ()) {
  // Σ π_g² π_h d_gh over groups at a distance of a half or more from each other, times K = 4.
  const Index groups = test::arbitrary_size(1, 4), n = test::arbitrary_size(groups, 12);
  Matrix distance = Matrix::Zero(groups, groups);
  for (Index g = 0; g < groups; ++g)
    for (Index h = 0; h < g; ++h)
      distance(g, h) = distance(h, g) = test::arbitrary_count(500, 1000) / 1000.0;
  Matrix alignment(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j) alignment(i, j) = 1.0 - 2.0 * distance(i % groups, j % groups);
  const World world = with_capability(aligned(alignment), test::arbitrary_capability(n));
  Vector share = Vector::Zero(groups);
  for (Index i = 0; i < n; ++i) share(i % groups) += world.share(i);
  const double published = 4.0 * (share.cwiseAbs2().transpose() * distance * share).value();
  RC_ASSERT(std::abs(value<Polarization>(world) - published) < 1e-12);
}

RC_GTEST_PROP(PolarizationProperty, AgreesWithItsDefinitionAndStaysWithinBounds, ()) {
  const Index n = test::arbitrary_size(1, 14);
  const World world =
      with_capability(aligned(test::arbitrary_alignments(n, 3)), test::arbitrary_capability(n));
  const double polarization = value<Polarization>(world);
  RC_ASSERT(std::abs(polarization - by_definition(world)) < 1e-13);
  RC_ASSERT(Polarization::bounds.contains(polarization));
}

TEST(Polarization, FallsAsTwoSpikesSpreadOutToUniform) {
  constexpr Index n = 20;
  Vector spikes(n), uniform(n);
  for (Index i = 0; i < n; ++i) {
    spikes(i) = i < n / 2 ? 0.0 : 1.0;
    uniform(i) = static_cast<double>(i) / static_cast<double>(n - 1);
  }
  double before = value<Polarization>(aligned(on_a_line(spikes)));
  EXPECT_DOUBLE_EQ(before, 1.0);
  for (const double spread : {0.2, 0.4, 0.6, 0.8, 1.0}) {
    const Vector x = (1.0 - spread) * spikes + spread * uniform;
    const double now = value<Polarization>(aligned(on_a_line(x)));
    EXPECT_LT(now, before) << "spread " << spread;
    before = now;
  }
}

TEST(Polarization, RisesWhenTheMiddleMovesOutToTheEnds) {
  // Esteban & Ray's third axiom: mass from a centre to two equal flanks.
  double before = 0.0;
  for (const Index flank : {2, 3, 4, 5, 6}) {
    Vector x = Vector::Constant(12, 0.5);
    x.head(flank).setZero();
    x.tail(flank).setOnes();
    const double now = value<Polarization>(aligned(on_a_line(x)));
    EXPECT_GT(now, before) << flank << " actors at each end";
    before = now;
  }
  EXPECT_NEAR(before, 1.0, 1e-14);
}

TEST(Polarization, RisesWhenTwoGroupsFacingAThirdUnite) {
  // Their first axiom: two small masses on one side move to their mean.
  const Vector apart{{0.0, 0.0, 0.0, 0.0, 0.7, 0.7, 1.0, 1.0}};
  const Vector united{{0.0, 0.0, 0.0, 0.0, 0.85, 0.85, 0.85, 0.85}};
  EXPECT_GT(value<Polarization>(aligned(on_a_line(united))),
            value<Polarization>(aligned(on_a_line(apart))));
}

TEST(SpectralPolarization, IsItsGreatestWhereOneLineDividesAll) {
  EXPECT_NEAR(value<SpectralPolarization>(aligned(grouped({0, 1, 1, 0, 1}))), 0.8, 1e-14);
  EXPECT_NEAR(value<SpectralPolarization>(aligned(grouped({0, 0, 0, 0, 0}))), 0.8, 1e-14);
  EXPECT_NEAR(value<SpectralPolarization>(aligned(grouped({0, 1}, 1, -0.3))), 0.5, 1e-14);
}

TEST(SpectralPolarization, IsSplitAmongCrossCuttingLines) {
  // k blocks of m friends, strangers across: k eigenvalues m − 1 and k (m − 1) of −1.
  const Matrix three_blocks = grouped({0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2}, 0.6, 0.0);
  EXPECT_NEAR(value<SpectralPolarization>(aligned(three_blocks)), 9.0 / (3 * 9.0 + 9.0), 1e-14);
}

}  // namespace
}  // namespace entente

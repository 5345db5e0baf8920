#include "analysis/sensitivity/noise_share.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/sensitivity/sobol_indices.h"
#include "tests/sensitivity/samples.h"

namespace entente {
namespace {

using samples::normals;

TEST(NoiseShare, IsTheKnownOneWhateverTheNumberOfReplicates) {
  // Points of deviation 2, runs of deviation 1 about them: a fifth.
  for (const Index replicates : {2, 20}) {
    const Matrix y =
        2.0 * normals(2000, 1, 1).replicate(1, replicates) + normals(2000, replicates, 2);
    const Estimate share = noise_share(y, Draws(5, 0));
    EXPECT_NEAR(share.value, 0.2, 0.02);
    EXPECT_TRUE(share.covers(0.2)) << share.low << " " << share.high;
  }
}

TEST(NoiseShare, TakesWhatAReplicateAddsEverywhereForChanceButNotForADifferenceOfPoints) {
  const Matrix points = normals(1000, 1, 1).replicate(1, 400);
  const Matrix y = points.rowwise() + RowVector(normals(1, 400, 2));
  EXPECT_NEAR(noise_share(y, Draws(5, 0)).value, 0.5, 0.06);
}

TEST(NoiseShare, IsNearThatOfSobolsIndicesOnTheirDesign) {
  const Saltelli design(1024, samples::ranges(3), 1);
  const Matrix exact = samples::answers(samples::ishigami(), design).replicate(1, 4);
  const Matrix y = exact + 3.0 * normals(exact.rows(), 4, 1);
  const double sobol = sobol_indices(design.layout(), y, Draws(1, 0)).noise.share.value;
  EXPECT_NEAR(noise_share(y, Draws(1, 0)).value, sobol, 0.02);
}

TEST(NoiseShare, IsUnknownOfSingleReplicatesAndWhereNothingVaries) {
  EXPECT_TRUE(std::isnan(noise_share(normals(50, 1, 1), Draws(1, 0)).value));
  EXPECT_TRUE(std::isnan(noise_share(Matrix::Constant(50, 3, 0.1), Draws(1, 0)).value));
  Matrix y = normals(50, 2, 1);
  y.col(1).setConstant(std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(std::isnan(noise_share(y, Draws(1, 0)).value));
}

TEST(NoiseShare, IsAllWherePointsDoNotDiffer) {
  EXPECT_GT(noise_share(normals(500, 4, 1), Draws(1, 0)).value, 0.95);
}

}  // namespace
}  // namespace entente

#include "analysis/calibrate/refinement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsFalse;

TEST(Refinement, FindsTheMinimumOfAQuadratic) {
  const std::vector<Prior> priors{Prior::uniform(-5, 5), Prior::normal(0, 2),
                                  Prior::log_uniform(0.1, 10)};
  const std::vector<double> minimum{1.5, -0.7, std::log(3.0)};
  const auto found = refine(
      priors, {-3.0, 2.0, 0.0},
      [&](const std::vector<double>& z) {
        double sum = 2.0;
        for (std::size_t k = 0; k < 3; ++k)
          sum += (1.0 + 2.0 * static_cast<double>(k)) * std::pow(z[k] - minimum[k], 2);
        return sum;
      },
      300);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(found.end[k], minimum[k], 1e-3);
  EXPECT_NEAR(found.end_distance, 2.0, 1e-5);
  EXPECT_LE(found.evaluations, 300);
  EXPECT_THAT(found.at_bound, Each(IsFalse()));
}

double rosenbrock(const std::vector<double>& z) {
  return std::pow(1 - z[0], 2) + 100 * std::pow(z[1] - z[0] * z[0], 2);
}

TEST(Refinement, FollowsTheValleyOfRosenbrock) {
  const auto found =
      refine({Prior::uniform(-2, 2), Prior::uniform(-2, 2)}, {-1.2, 1.0}, rosenbrock, 1000);
  EXPECT_DOUBLE_EQ(found.start_distance, 24.2);
  EXPECT_NEAR(found.end[0], 1.0, 1e-3);
  EXPECT_NEAR(found.end[1], 1.0, 1e-3);
}

TEST(Refinement, SearchesASingleParameter) {
  const auto found = refine(
      {Prior::uniform(0, 1)}, {0.9}, [](const auto& z) { return std::fabs(z[0] - 0.3); }, 200);
  EXPECT_NEAR(found.end[0], 0.3, 1e-4);
}

TEST(Refinement, SaysWhichParametersThePriorStops) {
  const auto found = refine(
      {Prior::uniform(0, 1), Prior::uniform(0, 1)}, {0.5, 0.5},
      [](const auto& z) { return z[0] + std::pow(z[1] - 0.4, 2); }, 300);
  EXPECT_NEAR(found.end[0], 0.0, 1e-5);
  EXPECT_THAT(found.at_bound, ElementsAre(true, false));
}

TEST(Refinement, KeepsToItsBudgetAndNeverEndsWorse) {
  int asked = 0;
  const auto count = [&](const std::vector<double>& z) {
    ++asked;
    return rosenbrock(z);
  };
  for (const std::int64_t budget : {1, 5, 40}) {
    asked = 0;
    const auto found =
        refine({Prior::uniform(-2, 2), Prior::uniform(-2, 2)}, {0.9, 0.9}, count, budget);
    EXPECT_LE(asked, budget);
    EXPECT_EQ(found.evaluations, asked);
    EXPECT_LE(found.end_distance, found.start_distance);
    EXPECT_EQ(rosenbrock(found.end), found.end_distance);
  }
}

TEST(Refinement, GoesRoundWhereThereIsNoDistance) {
  const auto found = refine(
      {Prior::uniform(-1, 1), Prior::uniform(-1, 1)}, {0.5, 0.5},
      [](const std::vector<double>& z) {
        return z[0] < 0 ? Prior::infinite : std::hypot(z[0] - 0.2, z[1] + 0.3);
      },
      400);
  EXPECT_NEAR(found.end[0], 0.2, 1e-3);
  EXPECT_NEAR(found.end[1], -0.3, 1e-3);
}

}  // namespace
}  // namespace entente

#include <gtest/gtest.h>

#include <cmath>

#include "tests/metrics/worlds.h"

namespace entente {
namespace {

using test::standing;
using test::value;
using test::with_capability;

World blank(Index actors, int sanctions_top = 4) {
  return {scenes::roster(actors), sanctions_top, 4};
}

TEST(MeanAlignment, IsTheMeanOverOrderedDyads) {
  World world = blank(3);
  world.alignment = Matrix{{0.0, 0.5, -0.3}, {0.1, 0.0, 0.7}, {-0.9, 0.2, 0.0}};
  EXPECT_NEAR(value<MeanAlignment>(world), 0.3 / 6.0, 1e-16);
}

TEST(MeanAlignment, LeavesSelfTiesOut) {
  World world = blank(2);
  world.alignment = Matrix{{8.0, 0.5}, {0.1, -3.0}};
  EXPECT_DOUBLE_EQ(value<MeanAlignment>(world), 0.3);
}

TEST(Sanctions, DensityCountsDyadsAndIntensityTheirLevels) {
  World world = blank(4, 5);
  world.set_level(ChoiceLayer::sanctions, 0, 1, 5);
  world.set_level(ChoiceLayer::sanctions, 1, 0, 1);
  world.set_level(ChoiceLayer::sanctions, 3, 2, 2);
  world.set_level(ChoiceLayer::support, 2, 3, 4);
  EXPECT_DOUBLE_EQ(value<SanctionsDensity>(world), 3.0 / 12.0);
  EXPECT_DOUBLE_EQ(value<SanctionsIntensity>(world), 8.0 / 5.0 / 12.0);
}

TEST(Sanctions, OfAllAgainstAllAreOne) {
  World world = blank(5, 3);
  for (Index i = 0; i < 5; ++i)
    for (Index j = 0; j < 5; ++j)
      if (i != j) world.set_level(ChoiceLayer::sanctions, i, j, 3);
  EXPECT_EQ(value<SanctionsDensity>(world), 1.0);
  EXPECT_EQ(value<SanctionsIntensity>(world), 1.0);
}

TEST(DependenceConcentration, IsTheMeanHerfindahlOfThoseWhoTrade) {
  World world = blank(4);
  world.dependence.row(0) << 0.0, 0.1, 0.1, 0.1;  // alike: 1/3
  world.dependence.row(1) << 0.4, 0.0, 0.0, 0.0;  // one partner: 1
  world.dependence.row(2) << 0.3, 0.1, 0.0, 0.0;  // 9/16 + 1/16
  EXPECT_NEAR(value<DependenceConcentration>(world), (1.0 / 3.0 + 1.0 + 10.0 / 16.0) / 3.0, 1e-15);
  EXPECT_EQ(value<DependenceConcentration>(blank(4)), 0.0);
}

/// A simulation whose exchange has moved from one matrix of dependence to another.
Simulation after_trade_moved(World before, const Matrix& now) {
  Model model = *scenes::model(std::move(before), scenes::still(), 0);
  model.start.dependence = now;
  return {std::make_shared<const Model>(model), Draws(1, 0)};
}

TEST(MeanWelfare, WeighsActorsByCapability) {
  World world = with_capability(blank(3), Vector{{1.0, 2.0, 1.0}});
  world.dependence = Matrix{{0.0, 0.2, 0.2}, {0.1, 0.0, 0.0}, {0.0, 0.5, 0.0}};
  // Home shares go from 0.6, 0.9, 0.5 to 0.8, 0.9, 0.4; ε = 5.
  const Matrix now{{0.0, 0.1, 0.1}, {0.1, 0.0, 0.0}, {0.1, 0.5, 0.0}};
  const double expected =
      0.25 * (std::pow(0.8 / 0.6, -0.2) - 1.0) + 0.25 * (std::pow(0.4 / 0.5, -0.2) - 1.0);
  EXPECT_NEAR(MeanWelfare{}(Observation(after_trade_moved(world, now))), expected, 1e-15);
  EXPECT_EQ(value<MeanWelfare>(world), 0.0);
}

TEST(MeanWelfare, LeavesOutWhoSuppliesNothingToItself) {
  World world = blank(2);
  world.dependence = Matrix{{0.0, 1.0}, {0.5, 0.0}};
  const Matrix now{{0.0, 0.4}, {0.2, 0.0}};
  EXPECT_NEAR(MeanWelfare{}(Observation(after_trade_moved(world, now))),
              std::pow(0.8 / 0.5, -0.2) - 1.0, 1e-15);
}

}  // namespace
}  // namespace entente

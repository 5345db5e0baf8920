// The same bits for the same address; other draws for another; common random numbers (the model
// page, section 7).

#include <gtest/gtest.h>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

std::shared_ptr<const Model> busy_model() {
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.change = dynamics.choice.support.rules.change = 0.0;
  return scenes::model(scenes::random_world(9, 61), dynamics, 60);
}

TEST(Reproducibility, GivesTheSameBitsForTheSameSeedAndReplicate) {
  EXPECT_TRUE(
      scenes::same_bits(scenes::outcome(busy_model(), 5, 3), scenes::outcome(busy_model(), 5, 3)));
}

TEST(Reproducibility, GivesOtherRunsForOtherSeedsAndReplicates) {
  const World one = scenes::outcome(busy_model(), 5, 3);
  for (const auto& [seed, replicate] : {std::pair{5U, 4U}, {5U, 0U}, {6U, 3U}, {3U, 5U}}) {
    const World other = scenes::outcome(busy_model(), seed, replicate);
    EXPECT_GT(scenes::apart(one.affinity, other.affinity), 0.01);
    EXPECT_FALSE(scenes::same_levels(one, other));
  }
}

TEST(Reproducibility, UsesEveryBitOfASeed) {
  EXPECT_FALSE(scenes::same_bits(scenes::outcome(busy_model(), 1),
                                 scenes::outcome(busy_model(), 1 + (std::uint64_t{1} << 40))));
}

TEST(Reproducibility, RestartsAsANewSimulation) {
  const auto model = busy_model();
  Simulation reused(model, Draws(9, 0));
  for (const std::uint64_t replicate : {7, 8, 7}) {
    for (int tick = 0; tick < 17; ++tick) reused.tick();
    reused.restart(Draws(9, replicate));
    EXPECT_TRUE(reused.decisions().empty());
    EXPECT_TRUE(scenes::same_bits(reused.world(), model->start));
    while (!reused.finished()) reused.tick();
    EXPECT_TRUE(scenes::same_bits(reused.world(), scenes::outcome(model, 9, replicate)));
    reused.restart(Draws(9, 100));
  }
}

TEST(Reproducibility, RestartsWithTheWorldThatEventsChanged) {
  const Event treaty{"", Date{}, Setting{{Quantity::Kind::pact, 0, 1}, 1.0}};
  const Event stronger{"", Date{}, ParameterChange{"dynamics.alignment.pacts.rate", 2.0}};
  const auto model =
      scenes::model(scenes::random_world(5, 62), Dynamics{}, 10, 7, {treaty, stronger});
  Simulation reused(model, Draws(9, 0));
  while (!reused.finished()) reused.tick();
  reused.restart(Draws(9, 1));
  while (!reused.finished()) reused.tick();
  EXPECT_TRUE(scenes::same_bits(reused.world(), scenes::outcome(model, 9, 1)));
}

TEST(Reproducibility, LeavesTheSharedModelAsItIs) {
  const auto model = busy_model();
  const World before = model->start;
  scenes::outcome(model, 1);
  EXPECT_TRUE(scenes::same_bits(before, model->start));
}

/// Noise and, if asked, treaties, whose drift does not depend on what moves.
World noisy(double pacts, std::int64_t ticks) {
  Dynamics dynamics = scenes::still();
  dynamics.alignment.noise.scale = 0.3;
  std::get<Pacts>(dynamics.alignment.mechanisms).rate = pacts;
  return scenes::outcome(scenes::model(scenes::random_world(11, 63), dynamics, ticks), 4, 2);
}

TEST(CommonRandomNumbers, LeaveTheNoiseAsItWasWhenAMechanismIsAdded) {
  const World without = noisy(0.0, 50), with = noisy(0.5, 50);
  const Matrix added = 0.5 * 50 * 7 / 365.25 * with.pact;
  ASSERT_GT(added.maxCoeff(), 0.1);
  EXPECT_LT(scenes::apart<Matrix>(with.affinity - without.affinity, added), 1e-12);
  EXPECT_GT(scenes::apart(without.affinity, scenes::random_world(11, 63).affinity), 0.1);
}

TEST(CommonRandomNumbers, LeaveTheNoiseAsItWasWhenChoicesAreTurnedOff) {
  Dynamics dynamics = scenes::still();
  dynamics.alignment.noise.scale = 0.3;
  const World world = scenes::random_world(11, 63);
  const World quiet = scenes::outcome(scenes::model(world, dynamics, 50), 4, 2);
  dynamics.choice = {};
  dynamics.choice.sanctions.rules.change = 0.0;
  const World busy = scenes::outcome(scenes::model(world, dynamics, 50), 4, 2);
  EXPECT_EQ(quiet.affinity, busy.affinity);
  EXPECT_FALSE(scenes::same_levels(quiet, busy));
}

TEST(CommonRandomNumbers, ScaleWithTheNoise) {
  const World start = scenes::random_world(11, 63);
  const auto moved = [&](double scale) -> Matrix {
    Dynamics dynamics = scenes::still();
    dynamics.alignment.noise.scale = scale;
    return scenes::outcome(scenes::model(start, dynamics, 20), 4, 2).affinity - start.affinity;
  };
  EXPECT_LT(scenes::apart<Matrix>(moved(0.4), 2.0 * moved(0.2)), 1e-13);
}

TEST(CommonRandomNumbers, GiveALongerRunTheSameBeginning) {
  EXPECT_NE(noisy(0.1, 40).affinity, noisy(0.1, 80).affinity);
  Dynamics dynamics;
  Simulation longer(scenes::model(scenes::random_world(6, 64), dynamics, 80), Draws(4, 2));
  for (int tick = 0; tick < 40; ++tick) longer.tick();
  EXPECT_TRUE(scenes::same_bits(
      longer.world(),
      scenes::outcome(scenes::model(scenes::random_world(6, 64), dynamics, 40), 4, 2)));
}

}  // namespace
}  // namespace entente

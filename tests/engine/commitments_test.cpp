// What threats and promises do to whole runs.

#include <gtest/gtest.h>

#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr Index patron = 0, issuer = 1, belligerent = 2;
constexpr int line = 2;

/// A patron that leans towards arming a belligerent, and an issuer that threatens sanctions if it
/// does. `stake`: how far the patron depends on the issuer.
std::shared_ptr<const Model> threat(double credibility, double stake) {
  Dynamics dynamics = scenes::still();
  dynamics.choice.support.rules = {
      .rate = 12.0, .levels = 4, .change = 1.0, .saturation = 1.0, .benchmark = Calibration::none};
  std::get<support::Outdegree>(dynamics.choice.support.effects).weight = -0.5;
  std::get<support::Affinity>(dynamics.choice.support.effects).weight = 5.0;
  World world(scenes::roster(3, 0, 0, 1), 4, 4);
  world.declared_side(0, belligerent) = 1.0;
  world.intensity(0) = 1.0;
  world.refresh_conflicts();
  world.set_alignment(patron, belligerent, 0.5);
  world.dependence(patron, issuer) = stake;
  const Pledge::Trigger trigger{
      ChoiceLayer::support, patron, belligerent, {Relation::at_least, line}};
  scenes::pledge(
      world, {.by = issuer, .target = patron, .level = 4, .last_tick = 1000, .trigger = trigger});
  world.commitments[0].credibility = credibility;
  auto made = std::make_shared<Model>(*scenes::model(std::move(world), dynamics, 52));
  made->conditions.push_back(
      [](const Simulation& run) { return run.world().support()(patron, belligerent) >= line; });
  return made;
}

/// The share of runs in which the patron crosses the line at some time.
double share_crossed(double credibility, double stake) {
  constexpr std::uint64_t runs = 300;
  const auto model = threat(credibility, stake);
  int crossed = 0;
  for (std::uint64_t replicate = 0; replicate < runs; ++replicate) {
    Simulation run(model, Draws(17, replicate));
    bool ever = false;
    while (!run.finished()) {
      run.tick();
      ever = ever || run.world().support()(patron, belligerent) >= line;
    }
    crossed += ever;
  }
  return crossed / static_cast<double>(runs);
}

TEST(Threat, ThatIsCredibleAndCostlyDeters) {
  EXPECT_GT(share_crossed(0.0, 0.1), 0.8);
  EXPECT_LT(share_crossed(1.0, 0.1), 0.2);
  EXPECT_GT(share_crossed(1.0, 0.0), 0.8) << "nothing is at stake";
}

TEST(Threat, DetersTheMoreTheMoreCredibleItIs) {
  // Under common random numbers every step up in credibility lowers the share, or leaves it.
  double before = 1.1;
  for (const double credibility : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const double share = share_crossed(credibility, 0.05);
    EXPECT_LE(share, before) << credibility;
    before = share;
  }
}

TEST(Threat, IsCarriedOutWhereItFailsToDeter) {
  const auto model = threat(1.0, 0.0);
  int honoured = 0;
  for (std::uint64_t replicate = 0; replicate < 50; ++replicate) {
    const World world = scenes::outcome(model, 17, replicate);
    honoured += world.commitments[0].outcome == Outcome::honoured;
    if (world.commitments[0].outcome == Outcome::honoured) {
      EXPECT_EQ(world.sanctions()(issuer, patron), 4);
    }
  }
  EXPECT_GT(honoured, 30);
}

TEST(Bluff, ThatIsCalledLowersTheCredibilityOfTheIssuersOtherThreats) {
  auto model = std::make_shared<Model>(*threat(0.0, 0.0));
  scenes::pledge(model->start, {.by = issuer, .target = 2, .level = 1, .last_tick = 1000});
  model->start.commitments[1].credibility = 0.8;
  model->conditions.push_back([](const Simulation&) { return false; });
  model->dynamics.commitments.audience_cost = 0.5;
  for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
    const World world = scenes::outcome(model, 3, replicate);
    const bool called = world.commitments[0].outcome == Outcome::reneged;
    EXPECT_DOUBLE_EQ(world.commitments[1].credibility, called ? 0.4 : 0.8);
  }
}

TEST(Commitments, OfOneTickDoNotSeeEachOther) {
  Dynamics dynamics = scenes::still();
  World world(scenes::roster(3), 4, 4);
  scenes::pledge(world, {.by = 0, .target = 1, .level = 3, .last_tick = 99, .stream = 1});
  scenes::pledge(world, {.by = 1, .target = 0, .level = 2, .last_tick = 99, .stream = 2});
  auto model = std::make_shared<Model>(*scenes::model(std::move(world), dynamics, 3));
  model->conditions = {[](const Simulation& run) { return run.world().tick >= 1; },
                       [](const Simulation& run) { return run.world().sanctions()(0, 1) > 0; }};
  Simulation run(model, Draws(1, 0));
  run.tick();
  EXPECT_TRUE(run.ended().empty());
  run.tick();
  ASSERT_EQ(run.ended().size(), 1U) << "the second sees the first's response a tick later";
  EXPECT_EQ(run.ended()[0].commitment, 0);
  run.tick();
  ASSERT_EQ(run.ended().size(), 1U);
  EXPECT_EQ(run.ended()[0].commitment, 1);
  EXPECT_EQ(run.world().sanctions()(1, 0), 2);
}

}  // namespace
}  // namespace entente

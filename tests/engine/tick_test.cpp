// A tick is: events, then choices, then one Euler–Maruyama step in which Z, D and X advance
// together from the state before it (the model page, section 2).

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr double years = 7 / 365.25;

/// One step of D written out from the model page, section 5.
Matrix next_dependence(const World& w, const ExchangeDynamics& p) {
  Matrix next = w.dependence;
  for (Index i = 0; i < w.actors(); ++i) {
    RowVector v = RowVector::Zero(w.actors());
    for (Index j = 0; j < w.actors(); ++j)
      v(j) = w.benchmark->gravity(i, j) *
             std::exp(p.alignment * w.alignment(i, j) - w.diversification(i) * w.dependence(i, j)) *
             (1 - p.blockade * w.sanctions().intensity()(i, j)) *
             (1 - p.blockade * w.sanctions().intensity()(j, i));
    const double all = w.benchmark->home(i) + v.sum();
    for (Index j = 0; j < w.actors(); ++j)
      next(i, j) += years * p.rate * (v(j) / all - w.dependence(i, j));
  }
  return next;
}

/// One step of X written out from the model page, section 5.
Table next_position(const World& w, const PositionDynamics& p) {
  Table next = w.position;
  for (Index i = 0; i < w.actors(); ++i) {
    double friends = 0.0;
    for (Index j = 0; j < w.actors(); ++j) friends += std::max(w.alignment(i, j), 0.0) * w.share(j);
    for (Index k = 0; k < w.issues(); ++k) {
      double pull = 0.0;
      for (Index j = 0; j < w.actors() && friends > 0.0; ++j)
        pull += std::max(w.alignment(i, j), 0.0) * w.share(j) / friends *
                (w.position(j, k) - w.position(i, k));
      next(i, k) +=
          years * (p.influence * pull + p.inertia * (w.position_at_start(i, k) - w.position(i, k)));
    }
  }
  return next;
}

/// One step of Z: the whole matrix at once, from all mechanisms.
Matrix next_affinity(const World& w, const Dynamics& dynamics) {
  Drift drift(w.actors());
  contribute(dynamics.alignment.mechanisms, w, {0, w.actors()}, drift);
  Matrix step(w.actors(), w.actors());
  for (Index i = 0; i < w.actors(); ++i)
    for (Index j = 0; j < w.actors(); ++j)
      step(i, j) = i == j ? 0.0 : years * drift.of(i, j, w.alignment);
  return w.affinity + step;
}

/// The world in the middle of the tick that `run` plays next: after its choices, before its flow.
World after_choices(Simulation& run) {
  World world = run.world();
  run.tick();
  for (const Decision& d : run.decisions()) {
    EXPECT_EQ(world.levels(d.layer)(d.actor, d.target), d.from);
    world.set_level(d.layer, d.actor, d.target, d.to);
  }
  return world;
}

TEST(Tick, AdvancesAllFlowsFromTheStateAfterItsChoices) {
  Dynamics dynamics;
  dynamics.alignment.noise.scale = 0.0;
  dynamics.alignment.baseline = Baseline::initial;
  dynamics.choice.sanctions.rules.rate = dynamics.choice.support.rules.rate = 40.0;
  dynamics.choice.sanctions.rules.change = dynamics.choice.support.rules.change = 0.0;
  for (const Index n : {3, 8, 9, 20}) {
    Simulation run(scenes::model(scenes::random_world(n, 51), dynamics, 20), Draws(1, 0));
    std::size_t decisions = 0;
    while (!run.finished()) {
      const World before = after_choices(run);
      EXPECT_LT(scenes::apart(run.world().affinity, next_affinity(before, dynamics)), 1e-14);
      EXPECT_LT(scenes::apart(run.world().dependence, next_dependence(before, dynamics.dependence)),
                1e-15);
      EXPECT_LT(scenes::apart(run.world().position, next_position(before, dynamics.positions)),
                1e-15);
      EXPECT_TRUE(scenes::same_levels(run.world(), before));
      decisions += run.decisions().size();
    }
    EXPECT_GT(decisions, 5U);
  }
}

TEST(Tick, ReadsAlignmentFromAffinity) {
  const World world = scenes::outcome(scenes::model(scenes::random_world(9, 52), Dynamics{}, 30));
  for (Index i = 0; i < 9; ++i)
    for (Index j = 0; j < 9; ++j)
      EXPECT_NEAR(world.alignment(i, j), std::tanh(world.affinity(i, j)), 1e-15);
}

TEST(Tick, PlaysChoicesAfterItsEvents) {
  Dynamics dynamics = scenes::still();
  auto& sanctions = dynamics.choice.sanctions;
  sanctions.rules = {.rate = 3000.0, .levels = 4, .change = 0.0, .saturation = 0.0};
  sanctions.rules.benchmark = Calibration::none;
  for_each(sanctions.effects, [](auto& effect) { effect.weight = 0.0; });
  std::get<sanctions::Outdegree>(sanctions.effects).weight = -40.0;
  std::get<sanctions::Hostility>(sanctions.effects).weight = 100.0;
  const Event quarrel{"", Date{}, Setting{{Quantity::Kind::alignment, 0, 1}, -0.9}};
  World world(scenes::roster(2), 4, 4);
  Simulation run(scenes::model(world, dynamics, 1, 7, {quarrel}), Draws(1, 0));
  run.tick();
  EXPECT_EQ(run.world().sanctions()(0, 1), 4);
  EXPECT_EQ(run.world().sanctions()(1, 0), 0);
}

TEST(Tick, KeepsTimeAsStartPlusTicks) {
  Simulation run(scenes::model(World(scenes::roster(2), 4, 4), scenes::still(), 100), Draws(1, 0));
  EXPECT_EQ(run.date(), Date{});
  for (int tick = 1; tick <= 100; ++tick) {
    EXPECT_FALSE(run.finished());
    run.tick();
    EXPECT_EQ(run.world().tick, tick);
    EXPECT_EQ(run.years(), tick * (7 / 365.25));
    EXPECT_EQ(run.date(), Date{} + std::chrono::days{7 * tick});
  }
  EXPECT_TRUE(run.finished());
}

TEST(Tick, ReportsItsOwnDecisionsAlone) {
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.change = -2.0;
  Simulation run(scenes::model(scenes::random_world(8, 53), dynamics, 200), Draws(1, 0));
  std::size_t ticks_with_decisions = 0;
  while (!run.finished()) {
    const auto tick = run.world().tick;
    run.tick();
    for (const Decision& decision : run.decisions()) EXPECT_EQ(decision.tick, tick);
    ticks_with_decisions += !run.decisions().empty();
  }
  EXPECT_GT(ticks_with_decisions, 10U);
  EXPECT_LT(ticks_with_decisions, 200U);
}

}  // namespace
}  // namespace entente

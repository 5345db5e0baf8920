// What no run leaves: A in (−1, 1), the bound on Z without noise, D a share, X between its ends,
// levels in 0 … L (the model page, section 8).

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "sim/core/error.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

double between(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

/// A law of motion with everything on at rates up to five times the defaults.
Dynamics arbitrary_dynamics() {
  Dynamics dynamics;
  for_each(dynamics.alignment.mechanisms,
           [](auto& mechanism) { mechanism.rate *= between(0.0, 5.0); });
  std::get<Inertia>(dynamics.alignment.mechanisms).rate = between(0.2, 3.0);
  dynamics.alignment.noise.scale = between(0.0, 1.0);
  dynamics.alignment.baseline = *rc::gen::element(Baseline::benchmark, Baseline::initial);
  dynamics.choice.sanctions.rules.rate = between(0.0, 60.0);
  dynamics.choice.support.rules.rate = between(0.0, 60.0);
  dynamics.choice.sanctions.rules.change = dynamics.choice.support.rules.change = between(-2, 3);
  dynamics.choice.sanctions.rules.benchmark =
      *rc::gen::element(Calibration::revealed, Calibration::none);
  dynamics.dependence.alignment = between(0.0, 5.0);
  dynamics.dependence.blockade = between(0.0, 0.99);
  dynamics.dependence.rate = between(0.0, 20.0);
  dynamics.positions = {.influence = between(0.0, 5.0), .inertia = between(0.0, 5.0)};
  return dynamics;
}

std::shared_ptr<const Model> arbitrary_model(const Dynamics& dynamics) {
  const Index n = *rc::gen::inRange(1, 9);
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  return scenes::model(scenes::random_world(n, seed), dynamics, 104);
}

/// The largest |F| without inertia plus the largest row sum of |B| in a world.
double push(const World& world, Mechanisms mechanisms) {
  std::get<Inertia>(mechanisms).rate = 0.0;
  const Rows all{0, world.actors()};
  Drift drift(world.actors());
  contribute(mechanisms, world, all, drift);
  Matrix forcing = drift.forcing(all);
  if (!world.self_ties) forcing.diagonal().setZero();
  return forcing.cwiseAbs().maxCoeff() + drift.op(all).cwiseAbs().rowwise().sum().maxCoeff();
}

RC_GTEST_PROP(Bounds, AffinityStaysNearItsStructuralValueWithoutNoise, ()) {
  Dynamics dynamics = arbitrary_dynamics();
  dynamics.alignment.noise.scale = 0.0;
  const auto model = arbitrary_model(dynamics);
  const double kappa = std::get<Inertia>(dynamics.alignment.mechanisms).rate;
  const Matrix centre = model->start.benchmark->affinity.cwiseAbs();
  Simulation run(model, Draws(3, 0));
  double strongest = 0.0;
  while (!run.finished()) {
    strongest = std::max(strongest, push(run.world(), dynamics.alignment.mechanisms));
    run.tick();
    const Matrix room =
        (centre.array() + strongest / kappa).matrix() - run.world().affinity.cwiseAbs();
    RC_ASSERT(room.minCoeff() > -1e-12);
  }
}

void check_alignment(const World& world) {
  RC_ASSERT(world.alignment.allFinite());
  RC_ASSERT(world.alignment.cwiseAbs().maxCoeff() < 1.0);
  RC_ASSERT(world.alignment.diagonal().isZero(0.0));
}

void check_dependence(const World& world) {
  RC_ASSERT(world.dependence.minCoeff() >= 0.0);
  RC_ASSERT(world.dependence.maxCoeff() <= 1.0);
  RC_ASSERT(world.dependence.diagonal().isZero(0.0));
  for (Index i = 0; i < world.actors(); ++i) {
    RC_ASSERT(world.home_share(i) > 0.0);
    RC_ASSERT(std::abs(world.home_share(i) + world.dependence.row(i).sum() - 1.0) < 1e-15);
  }
}

void check_levels(const World& world) {
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    for (Index i = 0; i < world.actors(); ++i)
      for (Index j = 0; j < world.actors(); ++j) {
        const int level = world.levels(layer)(i, j);
        RC_ASSERT(level >= 0 && level <= world.levels(layer).top());
        RC_ASSERT(i != j || level == 0);
        RC_ASSERT(world.levels(layer).intensity()(i, j) ==
                  static_cast<double>(level) / world.levels(layer).top());
      }
}

RC_GTEST_PROP(Bounds, HoldInEveryTickWithAllOn, ()) {
  Simulation run(arbitrary_model(arbitrary_dynamics()), Draws(4, 1));
  while (!run.finished()) {
    run.tick();
    check_alignment(run.world());
    check_dependence(run.world());
    check_levels(run.world());
    RC_ASSERT(run.world().position.cwiseAbs().maxCoeff() <= 1.0);
    RC_ASSERT(run.world().side().cwiseAbs().maxCoeff() <= 1.0);
  }
}

TEST(Bounds, AlignmentStaysBelowOneForTheLargestAffinityThatLeavesRoom) {
  World world(scenes::roster(2), 4, 4);
  world.affinity(0, 1) = 18.0;
  world.affinity(1, 0) = -18.0;
  world.refresh_alignment(0);
  world.refresh_alignment(1);
  EXPECT_LT(world.alignment(0, 1), 1.0);
  EXPECT_GT(world.alignment(1, 0), -1.0);
}

TEST(Bounds, LevelsReachBothEnds) {
  Dynamics dynamics = scenes::still();
  dynamics.choice.sanctions.rules = {.rate = 60.0, .change = 0.0, .saturation = 0.0};
  dynamics.choice.sanctions.rules.benchmark = Calibration::none;
  for_each(dynamics.choice.sanctions.effects, [](auto& effect) { effect.weight = 0.0; });
  Simulation run(scenes::model(scenes::random_world(4, 2), dynamics, 200), Draws(1, 0));
  int lowest = 4, highest = 0;
  while (!run.finished()) {
    run.tick();
    lowest = std::min(lowest, run.world().sanctions()(0, 1));
    highest = std::max(highest, run.world().sanctions()(0, 1));
  }
  EXPECT_EQ(lowest, 0);
  EXPECT_EQ(highest, 4);
}

}  // namespace
}  // namespace entente

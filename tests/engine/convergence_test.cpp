// Halving Δt halves the flow's error (the model page, section 8): Euler's scheme is of first order.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr int days = 1280;

Dynamics moving() {
  Dynamics dynamics = scenes::flow_alone();
  dynamics.alignment.baseline = Baseline::initial;
  return dynamics;
}

struct State {
  Matrix affinity, dependence;
  Table position;
};

/// The state after `days` days in steps of `step` days.
State after(const World& start, const Dynamics& dynamics, int step) {
  World world = scenes::outcome(scenes::model(start, dynamics, days / step, step));
  return {world.affinity, world.dependence, world.position};
}

/// Richardson's extrapolation of the two finest steps: an error of second order in a day.
State reference(const World& start, const Dynamics& dynamics) {
  const State one = after(start, dynamics, 1), two = after(start, dynamics, 2);
  return {2.0 * one.affinity - two.affinity, 2.0 * one.dependence - two.dependence,
          2.0 * one.position - two.position};
}

template <class Layer>
double order_of(const Layer& coarse, const Layer& fine, const Layer& exact) {
  return std::log2(scenes::apart(coarse, exact) / scenes::apart(fine, exact));
}

void expect_first_order(const World& start, const Dynamics& dynamics) {
  const State exact = reference(start, dynamics);
  for (const int step : {32, 16}) {
    SCOPED_TRACE(step);
    const State coarse = after(start, dynamics, step), fine = after(start, dynamics, step / 2);
    EXPECT_NEAR(order_of(coarse.affinity, fine.affinity, exact.affinity), 1.0, 0.06);
    EXPECT_NEAR(order_of(coarse.dependence, fine.dependence, exact.dependence), 1.0, 0.06);
    EXPECT_NEAR(order_of(coarse.position, fine.position, exact.position), 1.0, 0.06);
  }
}

TEST(Convergence, IsOfFirstOrderWithEveryMechanismOn) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    SCOPED_TRACE(seed);
    expect_first_order(scenes::random_world(10, seed), moving());
  }
}

TEST(Convergence, IsOfFirstOrderAtTwiceTheRates) {
  Dynamics dynamics = moving();
  for_each(dynamics.alignment.mechanisms, [](auto& mechanism) { mechanism.rate *= 2.0; });
  dynamics.dependence.rate = 2.0;
  dynamics.positions = {.influence = 1.0, .inertia = 0.5};
  expect_first_order(scenes::random_world(6, 9), dynamics);
}

TEST(Convergence, LeavesAnErrorThatTheRealStepsHave) {
  const World start = scenes::random_world(10, 1);
  const State exact = reference(start, moving()), weekly = after(start, moving(), 8);
  const double error = scenes::apart(weekly.affinity, exact.affinity);
  EXPECT_GT(error, 1e-5);
  EXPECT_LT(error, 1e-2);
}

}  // namespace
}  // namespace entente

// With L = 1, θ_change = θ_saturation = 0 and benchmark "none" the sanctions layer is the binary
// stochastic actor-oriented model (Snijders 2001). On three actors it is a Markov chain of 64
// states, one a digraph, whose stationary distribution is found here from the model page alone and
// compared with a long run.

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <cmath>
#include <functional>

#include "tests/scenes/scenes.h"
#include "tests/scenes/statistics.h"

namespace entente {
namespace {

constexpr int states = 64;
using Digraph = Eigen::Matrix3d;

/// The tie that bit b of a state's number stands for.
struct Tie {
  int i, j;
};
Tie tie_of(int bit) {
  const int i = bit / 2, second = bit % 2;
  return {i, second < i ? second : second + 1};
}

Digraph digraph_of(int state) {
  Digraph x = Digraph::Zero();
  for (int bit = 0; bit < 6; ++bit) {
    const auto [i, j] = tie_of(bit);
    x(i, j) = (state >> bit) & 1;
  }
  return x;
}

struct Weights {
  double outdegree = -0.7, hostility = 1.2, reciprocity = 0.8, transitive_triplets = 0.6,
         three_cycles = 0.9;
};

const Digraph& alignment() {
  static const Digraph a = (Digraph() << 0, 0.5, -0.6, -0.2, 0, 0.3, 0.1, -0.8, 0).finished();
  return a;
}

/// The objective of actor i: what it gets from its outgoing ties in a digraph.
double objective(const Digraph& x, int i, const Weights& theta, const Digraph& a) {
  double f = 0.0;
  for (int j = 0; j < 3; ++j) {
    f += x(i, j) * (theta.outdegree - theta.hostility * a(i, j) + theta.reciprocity * x(j, i));
    for (int h = 0; h < 3; ++h)
      f += x(i, j) *
           (theta.transitive_triplets * x(i, h) * x(h, j) + theta.three_cycles * x(j, h) * x(h, i));
  }
  return f;
}

/// What actor i gains from a tie to j that it does not have or loses from one that it has, as a
/// function of the digraph before: a utility of the model or a wrong one.
using Gain = std::function<double(const Digraph&, int i, int j)>;

Gain true_gain(const Weights& theta = {}, const Digraph& a = alignment()) {
  return [=](const Digraph& before, int i, int j) {
    Digraph after = before;
    after(i, j) = 1.0 - before(i, j);
    return objective(after, i, theta, a) - objective(before, i, theta, a);
  };
}

/// One opportunity of an actor drawn at random: the chain's 64×64 matrix of transitions. Waiting
/// times are the same in every state, so the chain in continuous time has the same equilibrium.
Eigen::MatrixXd transitions(const Gain& gain) {
  Eigen::MatrixXd chain = Eigen::MatrixXd::Zero(states, states);
  for (int state = 0; state < states; ++state)
    for (int i = 0; i < 3; ++i) {
      const Digraph x = digraph_of(state);
      double total = 1.0;  // keep, u = 0
      for (int bit = 2 * i; bit < 2 * i + 2; ++bit) total += std::exp(gain(x, i, tie_of(bit).j));
      chain(state, state) += 1.0 / total / 3.0;
      for (int bit = 2 * i; bit < 2 * i + 2; ++bit)
        chain(state, state ^ (1 << bit)) += std::exp(gain(x, i, tie_of(bit).j)) / total / 3.0;
    }
  return chain;
}

std::vector<double> stationary(const Eigen::MatrixXd& chain) {
  Eigen::MatrixXd equations = chain.transpose() - Eigen::MatrixXd::Identity(states, states);
  equations.row(states - 1).setOnes();
  const Eigen::VectorXd pi = equations.fullPivLu().solve(Eigen::VectorXd::Unit(states, states - 1));
  return {pi.begin(), pi.end()};
}

constexpr double rate = 60.0;
constexpr int step_days = 30, ticks_between = 10;

/// The engine's own model of the chain.
std::shared_ptr<const Model> layer() {
  Dynamics dynamics = scenes::still();
  auto& sanctions = dynamics.choice.sanctions;
  sanctions.rules = {.rate = rate, .levels = 1, .change = 0.0, .saturation = 0.0};
  sanctions.rules.benchmark = Calibration::none;
  for_each(sanctions.effects, [](auto& effect) { effect.weight = 0.0; });
  std::get<sanctions::Outdegree>(sanctions.effects).weight = Weights{}.outdegree;
  std::get<sanctions::Hostility>(sanctions.effects).weight = Weights{}.hostility;
  std::get<sanctions::Reciprocity>(sanctions.effects).weight = Weights{}.reciprocity;
  std::get<sanctions::TransitiveTriplets>(sanctions.effects).weight = Weights{}.transitive_triplets;
  std::get<sanctions::ThreeCycles>(sanctions.effects).weight = Weights{}.three_cycles;
  World world(scenes::roster(3), 1, 1);
  for (Index i = 0; i < 3; ++i)
    for (Index j = 0; j < 3; ++j)
      if (i != j) world.set_alignment(i, j, alignment()(i, j));
  return scenes::model(std::move(world), dynamics, 1'000'000'000, step_days);
}

int state_of(const World& world) {
  int state = 0;
  for (int bit = 0; bit < 6; ++bit) {
    const auto [i, j] = tie_of(bit);
    state |= world.sanctions()(i, j) << bit;
  }
  return state;
}

/// Samples: at least as many as the rarest state needs.
std::size_t enough() { return std::max<std::size_t>(scenes::affordable(40'000), 12'000); }

/// How often a long run is found in each state, at times far enough apart.
std::vector<double> visits(std::uint64_t seed) {
  std::vector<double> counts(states, 0.0);
  Simulation run(layer(), Draws(seed, 0));
  const auto samples = static_cast<std::int64_t>(enough());
  for (std::int64_t sample = 0; sample < samples; ++sample) {
    for (int tick = 0; tick < ticks_between; ++tick) run.tick();
    counts[static_cast<std::size_t>(state_of(run.world()))] += 1.0;
  }
  return counts;
}

const std::vector<double>& visited() {
  static const std::vector<double> counts = visits(1);
  return counts;
}

double p_of(const Gain& gain) {
  return scenes::chi_squared_p(visited(), stationary(transitions(gain)));
}

TEST(ActorOriented, SamplesAreFarEnoughApartToBeIndependent) {
  const Eigen::VectorXcd modes = transitions(true_gain()).eigenvalues();
  double slowest = 0.0;
  for (const auto& mode : modes)
    if (std::abs(mode - 1.0) > 1e-9) slowest = std::max(slowest, mode.real());
  const double opportunities = 3 * rate * step_days / 365.25 * ticks_between;
  EXPECT_LT(std::exp(-opportunities * (1.0 - slowest)), 1e-3);
}

TEST(ActorOriented, EveryStateIsExpectedOftenEnough) {
  const auto pi = stationary(transitions(true_gain()));
  for (const double p : pi) EXPECT_GT(p * static_cast<double>(enough()), 5.0);
  EXPECT_GT(*std::max_element(pi.begin(), pi.end()), 10 * *std::min_element(pi.begin(), pi.end()));
}

TEST(ActorOriented, VisitsEachDigraphAsOftenAsTheStationaryDistributionSays) {
  const auto pi = stationary(transitions(true_gain()));
  for (const std::uint64_t seed : {1, 2, 3})
    EXPECT_GT(scenes::chi_squared_p(visits(seed), pi), 0.01) << seed;
}

// The same test with anything wrong in the utility.

TEST(ActorOrientedCheck, RejectsAnyWeightThatIsOff) {
  for (double Weights::*weight : {&Weights::outdegree, &Weights::hostility, &Weights::reciprocity,
                                  &Weights::transitive_triplets, &Weights::three_cycles}) {
    Weights off;
    off.*weight += 0.4;
    EXPECT_LT(p_of(true_gain(off)), 1e-6) << off.*weight;
  }
}

TEST(ActorOrientedCheck, RejectsAlignmentReadTheOtherWay) {
  EXPECT_LT(p_of(true_gain({}, alignment().transpose())), 1e-6);
}

TEST(ActorOrientedCheck, RejectsTripletsCountedInOneRoleOnly) {
  const Gain half = [](const Digraph& x, int i, int j) {
    Weights without;
    without.transitive_triplets = 0.0;
    double closed = 0.0;
    for (int h = 0; h < 3; ++h) closed += x(i, h) * x(h, j);
    const double sign = x(i, j) == 0.0 ? 1.0 : -1.0;
    return true_gain(without)(x, i, j) + sign * Weights{}.transitive_triplets * closed;
  };
  EXPECT_LT(p_of(half), 1e-6);
}

TEST(ActorOrientedCheck, RejectsCyclesReadTheOtherWay) {
  const Gain backward = [](const Digraph& x, int i, int j) {
    Weights without;
    without.three_cycles = 0.0;
    double closed = 0.0;
    for (int h = 0; h < 3; ++h) closed += x(i, h) * x(h, j);
    const double sign = x(i, j) == 0.0 ? 1.0 : -1.0;
    return true_gain(without)(x, i, j) + sign * Weights{}.three_cycles * closed;
  };
  EXPECT_LT(p_of(backward), 1e-6);
}

TEST(ActorOrientedCheck, RejectsUtilitiesOfHalfTheGain) {
  EXPECT_LT(p_of([](const Digraph& x, int i, int j) { return 0.5 * true_gain()(x, i, j); }), 1e-6);
}

}  // namespace
}  // namespace entente

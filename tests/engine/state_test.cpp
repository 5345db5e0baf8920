// A run that is put down and taken up again goes on to the same bits.

#include "sim/engine/state.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <tuple>

#include "sim/engine/simulation.h"
#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

template <class Layer>
bool same(const Layer& a, const Layer& b) {
  using Scalar = typename Layer::Scalar;
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         std::memcmp(a.data(), b.data(), sizeof(Scalar) * static_cast<std::size_t>(a.size())) == 0;
}

/// Everything on: noise, choices, a bloc that votes, commitments, events of every kind.
std::shared_ptr<const Model> eventful(Link link, std::int64_t ticks = 60) {
  Dynamics dynamics;
  dynamics.alignment.link = link;
  for (auto* rules : {&dynamics.choice.sanctions.rules, &dynamics.choice.support.rules}) {
    rules->change = 0.0;
    rules->rate = 20.0;
  }
  World world = scenes::random_world(9, 71);
  auto roster = std::make_shared<Roster>(*world.roster);
  roster->commitments = Names({"threat", "promise"});
  world.roster = roster;
  std::vector<BlocRule> rules(world.bloc_rules->size());
  rules[0].decision = BlocDecision::unanimity;
  world.bloc_rules = std::make_shared<const std::vector<BlocRule>>(rules);
  world.pledges = std::make_shared<const std::vector<Pledge>>(std::vector<Pledge>{
      {.by = 5, .target = 6, .level = 3, .last_tick = ticks, .stream = 17, .trigger = {}},
      {.by = 5, .target = 7, .level = 1, .last_tick = 40, .stream = 18, .trigger = {}}});
  world.commitments = {{.credibility = 0.5}, {.credibility = 0.9}};
  world.refresh_ties();
  const auto on = [](int day) { return Date{} + std::chrono::days{day}; };
  auto model = std::make_shared<Model>(
      *scenes::model(world, dynamics, ticks, 7,
                     {{"visit", on(20), Interaction{0, 1, 6.0, false}},
                      {"treaty", on(50), Setting{{Quantity::Kind::pact, 0, 1}, 1.0}},
                      {"war", on(100), Setting{{Quantity::Kind::intensity, 0, 0}, 0.3}},
                      {"joins", on(120), Setting{{Quantity::Kind::membership, 0, 8}, 0.7}},
                      {"louder", on(150), ParameterChange{"dynamics.alignment.noise.scale", 0.4}},
                      {"later", on(300), ParameterChange{"dynamics.alignment.pacts.rate", 1.0}}}));
  model->conditions = {[](const Simulation& run) { return run.world().tick % 11 >= 6; },
                       [](const Simulation& run) { return run.world().alignment(5, 7) < 0.1; }};
  return model;
}

using Moves = std::vector<std::tuple<std::int64_t, Index, Index, int, double>>;

Moves played_out(Simulation& run) {
  Moves moves;
  while (!run.finished()) {
    run.tick();
    for (const Decision& d : run.decisions())
      moves.emplace_back(d.tick, d.actor, d.target, d.to, d.probability);
  }
  return moves;
}

class State : public testing::TestWithParam<Link> {};
INSTANTIATE_TEST_SUITE_P(Links, State, testing::Values(Link::tanh, Link::identity),
                         [](const auto& link) {
                           return std::string(
                               names_of(Link{})[static_cast<std::size_t>(link.param)]);
                         });

TEST_P(State, GoesOnToTheSameBitsInAnotherSimulation) {
  const auto model = eventful(GetParam());
  for (const std::int64_t pause : {1, 17, 22, 40, 59}) {
    Simulation unbroken(model, Draws(3, 2)), other(model, Draws(8, 8));
    while (unbroken.world().tick < pause) unbroken.tick();
    const SimulationState state = unbroken.state();
    for (int tick = 0; tick < 30; ++tick) other.tick();
    other.resume(state, Draws(3, 2));
    EXPECT_TRUE(other.decisions().empty());
    EXPECT_EQ(other.world().tick, pause);
    const Moves moves = played_out(unbroken);
    EXPECT_TRUE(pause > 40 || !moves.empty());
    EXPECT_EQ(played_out(other), moves) << pause;
    EXPECT_TRUE(same(other.world().affinity, unbroken.world().affinity)) << pause;
    EXPECT_TRUE(same(other.world().dependence, unbroken.world().dependence)) << pause;
    EXPECT_TRUE(same(other.world().position, unbroken.world().position)) << pause;
    EXPECT_TRUE(scenes::same_levels(other.world(), unbroken.world())) << pause;
    EXPECT_EQ(other.world().commitments, unbroken.world().commitments) << pause;
  }
}

TEST_P(State, WhatFollowsFromItIsComputedAnewToTheSameBits) {
  const auto model = eventful(GetParam());
  Simulation run(model, Draws(3, 4));
  while (!run.finished()) {
    run.tick();
    const World& world = run.world();
    World restored = model->start;
    restore(run.state(), restored);
    EXPECT_TRUE(same(restored.alignment, world.alignment)) << world.tick;
    EXPECT_TRUE(same(restored.side(), world.side())) << world.tick;
    EXPECT_TRUE(same(restored.violation(), world.violation())) << world.tick;
    EXPECT_TRUE(same(restored.co_membership(), world.co_membership())) << world.tick;
    EXPECT_TRUE(same(restored.non_recognition(), world.non_recognition())) << world.tick;
    EXPECT_EQ(restored.belligerents(), world.belligerents()) << world.tick;
    for (Index i = 0; i < world.actors(); ++i) {
      EXPECT_EQ(restored.voting_bloc_of(i), world.voting_bloc_of(i)) << world.tick;
      EXPECT_EQ(restored.enemies(i), world.enemies(i)) << world.tick;
    }
  }
}

TEST(State, CarriesTheParametersThatEventsHaveChanged) {
  const auto model = eventful(Link::tanh);
  Simulation run(model, Draws(3, 2)), other(model, Draws(3, 2));
  while (run.world().tick < 30) run.tick();
  other.resume(run.state(), Draws(3, 2));
  EXPECT_EQ(other.dynamics().alignment.noise.scale, 0.4);
  EXPECT_EQ(std::get<Pacts>(other.dynamics().alignment.mechanisms).rate,
            std::get<Pacts>(model->dynamics.alignment.mechanisms).rate);
}

TEST(State, GoesOnDifferentlyWithOtherDraws) {
  const auto model = eventful(Link::tanh);
  Simulation run(model, Draws(3, 2));
  while (run.world().tick < 30) run.tick();
  const SimulationState state = run.state();
  const Moves moves = played_out(run);
  run.resume(state, Draws(3, 5));
  EXPECT_NE(played_out(run), moves);
}

TEST(StateDeath, OfAnotherRosterIsTheProgrammersError) {
  World world = scenes::random_world(5, 1);
  const SimulationState other = state_of(scenes::random_world(6, 1), Dynamics{});
  EXPECT_DEATH(restore(other, world), "same roster");
}

}  // namespace
}  // namespace entente

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/engine/simulation.h"

namespace entente::scenes {

/// A roster of actors "A0", "A1", …, blocs "G0", …, issues "K0", … and conflicts "C0", ….
std::shared_ptr<const Roster> roster(Index actors, Index blocs = 0, Index issues = 0,
                                     Index conflicts = 0);

/// A law of motion in which nothing moves: every mechanism, noise, choice and flow is off.
Dynamics still();

/// The law of motion by default without chance: no noise and no choices, so that a run is the flow.
Dynamics flow_alone();

/// A random world in which everything is present: alignments, trade, sanctions, support, pacts,
/// non-recognition, blocs, issues, a conflict. Without benchmark.
World random_world(Index actors, std::uint64_t seed);

/// Adds a commitment to a world, standing and fully credible.
void pledge(World& world, const Pledge& pledge);

/// A model of that world under `dynamics`, benchmarked, with `ticks` steps of `step_days` days.
std::shared_ptr<const Model> model(World world, const Dynamics& dynamics, std::int64_t ticks,
                                   int step_days = 7, std::vector<Event> events = {},
                                   const std::vector<OwnBaseline>& own = {});

/// Runs a model to its end and returns the final world.
World outcome(std::shared_ptr<const Model> model, std::uint64_t seed = 1,
              std::uint64_t replicate = 0);

/// The world with its actors renumbered: actor i of the result is actor `order[i]` of `world`.
World relabelled(const World& world, const std::vector<Index>& order);
/// A layer or an operator with its rows and columns renumbered likewise.
Matrix relabelled(const Matrix& layer, const std::vector<Index>& order);

/// The numbers 0 … n − 1 in random order.
std::vector<Index> random_order(Index n, std::uint64_t seed);

}  // namespace entente::scenes

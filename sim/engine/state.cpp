#include "sim/engine/state.h"

#include "sim/core/error.h"

namespace entente {
namespace {

SimulationState::Notches notches_of(const Levels& levels, Index actors) {
  SimulationState::Notches notches(actors, actors);
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) notches(i, j) = static_cast<signed char>(levels(i, j));
  return notches;
}

void restore_levels(const SimulationState::Notches& notches, ChoiceLayer layer, World& world) {
  for (Index i = 0; i < world.actors(); ++i)
    for (Index j = 0; j < world.actors(); ++j)
      if (world.levels(layer)(i, j) != notches(i, j)) world.set_level(layer, i, j, notches(i, j));
}

}  // namespace

SimulationState state_of(const World& world, const Dynamics& dynamics) {
  return {.tick = world.tick,
          .affinity = world.affinity,
          .dependence = world.dependence,
          .position = world.position,
          .sanctions = notches_of(world.sanctions(), world.actors()),
          .support = notches_of(world.support(), world.actors()),
          .recognition = world.recognition,
          .pact = world.pact,
          .membership = world.membership,
          .cohesion = world.cohesion,
          .intensity = world.intensity,
          .diversification = world.diversification,
          .commitments = world.commitments,
          .dynamics = dynamics};
}

void restore(const SimulationState& state, World& world) {
  expects(state.affinity.rows() == world.actors() && state.position.cols() == world.issues() &&
              state.membership.rows() == world.membership.rows() &&
              state.intensity.size() == world.conflicts() &&
              state.commitments.size() == world.commitments.size(),
          "a state of a world with the same roster");
  world.tick = state.tick;
  world.affinity = state.affinity;
  world.dependence = state.dependence;
  world.position = state.position;
  world.recognition = state.recognition;
  world.pact = state.pact;
  world.membership = state.membership;
  world.cohesion = state.cohesion;
  world.intensity = state.intensity;
  world.diversification = state.diversification;
  world.commitments = state.commitments;
  restore_levels(state.sanctions, ChoiceLayer::sanctions, world);
  restore_levels(state.support, ChoiceLayer::support, world);
  for (Index i = 0; i < world.actors(); ++i) world.refresh_alignment(i);
  world.refresh_conflicts();
  world.refresh_ties();
}

}  // namespace entente

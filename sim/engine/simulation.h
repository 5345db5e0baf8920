#pragma once

#include <memory>
#include <vector>

#include "sim/choice/opportunities.h"
#include "sim/engine/flow.h"
#include "sim/engine/model.h"
#include "sim/engine/state.h"
#include "sim/engine/witness.h"

namespace entente {

/// One run of a model: the world, moving tick by tick (the model page, section 2).
///
///   Simulation run(model, Draws(seed, replicate));
///   observe(run);
///   while (!run.finished()) { run.tick(); observe(run); }
class Simulation {
 public:
  Simulation(std::shared_ptr<const Model> model, Draws draws);

  /// One tick: events, commitments, choices, flow. Throws `RunError` with the date and the dyad if
  /// a value leaves the representable range.
  void tick();

  /// Begins again from the start with other draws, reusing the memory.
  void restart(Draws draws);

  /// All that it needs to go on from here. To be called between ticks.
  SimulationState state() const { return state_of(world_, dynamics_); }
  /// Goes on from a state of the same model, or of one that is the same up to then, reusing the
  /// memory. With the draws of the run it was taken from, it goes on to the same bits.
  void resume(const SimulationState& state, Draws draws);

  /// Tells this witness of all that moves the world from now on; null for none. The simulation does
  /// not own it. To be called between ticks.
  void show(Witness* witness);

  bool finished() const { return world_.tick >= model_->calendar.ticks; }
  const World& world() const { return world_; }
  const Dynamics& dynamics() const { return dynamics_; }
  const Model& model() const { return *model_; }
  /// What moved in the tick that has just ended.
  const std::vector<Decision>& decisions() const { return decisions_; }
  /// What blocs proposed in it in vain.
  const std::vector<StoppedProposal>& stopped() const { return stopped_; }
  /// Which commitments ended in it.
  const std::vector<CommitmentEnd>& ended() const { return ended_; }
  double years() const { return model_->calendar.years_at(world_.tick); }
  Date date() const { return model_->calendar.date_at(world_.tick); }

 private:
  void apply_events();
  void test_conditions();
  void clear_what_happened();

  std::shared_ptr<const Model> model_;
  Draws draws_;
  World world_;
  Dynamics dynamics_;
  Opportunities choices_;
  Flow flow_;
  std::vector<Decision> decisions_;
  std::vector<StoppedProposal> stopped_;
  std::vector<CommitmentEnd> ended_;
  std::vector<bool> holds_;
  Witness* witness_ = nullptr;
};

}  // namespace entente

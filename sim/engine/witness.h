#pragma once

#include "sim/choice/witness.h"
#include "sim/engine/dynamics.h"
#include "sim/events/agenda.h"

namespace entente {

/// Is told of everything that moves a simulation's world, as it happens (the model page, section
/// 2). What is passed is valid during the call.
class Witness : public ChoiceWitness {
 public:
  /// A run begins in this world.
  virtual void begin(const World& world) = 0;
  /// An event has been applied: the world after it.
  virtual void happen(const Event& event, const World& world) = 0;
  /// The flow is about to move this world by `years`.
  virtual void before_flow(const World& world, const Dynamics& dynamics, double years) = 0;
  /// The flow has moved it.
  virtual void after_flow(const World& world) = 0;
};

}  // namespace entente

#include "sim/engine/simulation.h"

#include <fmt/format.h>

#include <utility>

#include "sim/core/error.h"

namespace entente {

Simulation::Simulation(std::shared_ptr<const Model> model, Draws draws)
    : model_(std::move(model)),
      draws_(draws),
      world_(model_->start),
      dynamics_(model_->dynamics),
      flow_(world_, dynamics_) {}

void Simulation::restart(Draws draws) {
  draws_ = draws;
  world_ = model_->start;
  dynamics_ = model_->dynamics;
  flow_.renew(world_, dynamics_);
  clear_what_happened();
  if (witness_ != nullptr) witness_->begin(world_);
}

void Simulation::resume(const SimulationState& state, Draws draws) {
  draws_ = draws;
  world_ = model_->start;
  restore(state, world_);
  dynamics_ = state.dynamics;
  flow_.renew(world_, dynamics_);
  clear_what_happened();
  if (witness_ != nullptr) witness_->begin(world_);
}

void Simulation::show(Witness* witness) {
  witness_ = witness;
  choices_.show(witness);
  if (witness_ != nullptr) witness_->begin(world_);
}

void Simulation::clear_what_happened() {
  decisions_.clear();
  stopped_.clear();
  ended_.clear();
}

void Simulation::tick() {
  const double years = model_->calendar.years_per_tick();
  clear_what_happened();
  apply_events();
  test_conditions();
  choices_.play(world_, dynamics_.choice, years, draws_, decisions_, stopped_);
  if (witness_ != nullptr) witness_->before_flow(world_, dynamics_, years);
  try {
    flow_.advance(world_, dynamics_, years, draws_);
  } catch (const RunError& overflow) {
    throw RunError(fmt::format("{} in the tick of {} (t = {:.4g} years)", overflow.what(),
                               to_text(date()), this->years()));
  }
  if (witness_ != nullptr) witness_->after_flow(world_);
}

/// All conditions are read before any commitment is called in: what one response changes, the
/// others see in the next tick.
void Simulation::test_conditions() {
  if (model_->conditions.empty()) return;
  holds_.clear();
  for (const Condition& condition : model_->conditions) holds_.push_back(condition(*this));
  test_commitments(holds_, world_, dynamics_.commitments, draws_, decisions_, ended_);
}

void Simulation::apply_events() {
  const auto [first, last] = model_->agenda.due(world_.tick);
  for (const Event* event = first; event != last; ++event) {
    if (const auto* interaction = std::get_if<Interaction>(&event->what)) {
      interaction->apply(world_, dynamics_.alignment.jump, dynamics_.alignment.echo);
    } else if (const auto* setting = std::get_if<Setting>(&event->what)) {
      write(setting->quantity, setting->value, world_);
    } else if (const auto* shock = std::get_if<Shock>(&event->what)) {
      shock->apply(world_, draws_);
    } else {
      const auto& change = std::get<ParameterChange>(event->what);
      set_parameter(dynamics_, change.path, change.value);
    }
    if (witness_ != nullptr) witness_->happen(*event, world_);
  }
  if (first != last) flow_.renew(world_, dynamics_);
}

}  // namespace entente

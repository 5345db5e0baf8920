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
  decisions_.clear();
}

void Simulation::tick() {
  const double years = model_->calendar.years_per_tick();
  decisions_.clear();
  apply_events();
  choices_.play(world_, dynamics_.choice, years, draws_, decisions_);
  try {
    flow_.advance(world_, dynamics_, years, draws_);
  } catch (const RunError& overflow) {
    throw RunError(fmt::format("{} in the tick of {} (t = {:.4g} years)", overflow.what(),
                               to_text(date()), this->years()));
  }
}

void Simulation::apply_events() {
  const auto [first, last] = model_->agenda.due(world_.tick);
  for (const Event* event = first; event != last; ++event) {
    if (const auto* interaction = std::get_if<Interaction>(&event->what)) {
      interaction->apply(world_, dynamics_.alignment.jump, dynamics_.alignment.echo);
    } else if (const auto* setting = std::get_if<Setting>(&event->what)) {
      write(setting->quantity, setting->value, world_);
    } else {
      const auto& change = std::get<ParameterChange>(event->what);
      set_parameter(dynamics_, change.path, change.value);
    }
  }
  if (first != last) flow_.renew(world_, dynamics_);
}

}  // namespace entente

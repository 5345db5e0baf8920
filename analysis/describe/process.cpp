#include <fmt/format.h>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

/// "sanctions at λ = 6 per year, 0.115 per actor and tick".
std::string opportunities_of(const Subject& subject, ChoiceLayer layer) {
  const std::string path = fmt::format("dynamics.{}.rate", name_of(layer));
  const double rate = subject.dynamics().choice.rules(layer).rate;
  const std::string times =
      subject.shifts(path).empty()
          ? fmt::format(", on average {} per actor and tick and {:.0f} by all actors in a run",
                        rounded(rate * subject.model->calendar.years_per_tick()),
                        rate * static_cast<double>(subject.start().actors()) *
                            subject.model->calendar.years_at(subject.model->calendar.ticks))
          : "";
  return fmt::format("{} at λ = {} per year{}", name_of(layer), value_cell(subject, path), times);
}

std::string choices_step(const Subject& subject) {
  std::vector<std::string> layers;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    if (subject.chooses(layer)) layers.push_back(opportunities_of(subject, layer));
  return fmt::format(
      "**Choices.** Every actor has a Poisson(λ Δt) number of opportunities to change a level: {}. "
      "All opportunities of the tick are put into one random order and played one after the "
      "other; each sees what those before it have changed (asynchronous updating).",
      fmt::format("{}", fmt::join(layers, "; ")));
}

std::string flow_step(const Subject& subject) {
  std::vector<std::string> layers{subject.start().link == Link::tanh ? "Affinity Z (and with it A)"
                                                                     : "Alignment A"};
  if (subject.moves_exchange()) layers.emplace_back("dependence D");
  if (subject.moves_positions()) layers.emplace_back("positions x");
  const bool noisy = subject.has_noise();
  return fmt::format(
      "**Flow.** {} {} by one {} step of length Δt, each from the state before it (synchronous "
      "updating). The integrator's error is of first order in Δt.",
      listed(layers), layers.size() > 1 ? "advance together" : "advances",
      noisy ? "Euler–Maruyama" : "explicit Euler");
}

std::string events_step(const Subject& subject) {
  return fmt::format(
      "**Events** dated in [t, t + Δt) take effect, by date, and in the order of the table of "
      "events on the same date. There are {} in a run.",
      subject.scenario.events.size());
}

}  // namespace

void process(const Subject& subject, Page& page) {
  page.section("Process overview and scheduling");
  page.paragraph(fmt::format(
      "At the start the world is set up (see *Initialization*) and observed. Then every one of the "
      "{} does the following, in this order. Submodels are in the section of that name.",
      count_of(static_cast<std::size_t>(subject.model->calendar.ticks), "tick")));
  std::vector<std::string> steps;
  if (!subject.scenario.events.empty()) steps.push_back(events_step(subject));
  if (!subject.scenario.commitments.empty()) steps.push_back(commitments_step());
  if (subject.chooses()) steps.push_back(choices_step(subject));
  steps.push_back(flow_step(subject));
  steps.emplace_back("**Observation.** The watched series and the metrics are taken at t + Δt.");
  for (std::size_t s = 0; s < steps.size(); ++s) page.step(static_cast<int>(s) + 1, steps[s]);
}

}  // namespace entente::odd

#include "analysis/describe/subject.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/metrics/catalogue.h"
#include "sim/scenario/edit.h"

namespace entente {

std::string_view name_of(ChoiceLayer layer) {
  return names_of(layer)[static_cast<std::size_t>(layer)];
}

Subject::Subject(const Scenario& base_scenario, const Request& asked)
    : base(base_scenario),
      request(asked),
      scenario(variant_of(base, asked.variant)),
      base_model(compile(base, metric_gauges())),
      model(is_variant() ? compile(scenario, *base_model, metric_gauges()) : base_model) {}

const VariantEntry* Subject::variant() const {
  for (const auto& entry : base.variants)
    if (entry.id == request.variant) return &entry;
  return nullptr;
}

std::size_t Subject::settings(std::string_view prefix) const {
  return static_cast<std::size_t>(
      std::count_if(scenario.events.begin(), scenario.events.end(), [&](const EventEntry& event) {
        return event.type == EventType::set && event.path.starts_with(prefix);
      }));
}

std::size_t Subject::of_type(EventType type) const {
  return static_cast<std::size_t>(
      std::count_if(scenario.events.begin(), scenario.events.end(),
                    [&](const EventEntry& event) { return event.type == type; }));
}

bool Subject::draws_shocks(ShockDistribution distribution) const {
  return std::any_of(scenario.events.begin(), scenario.events.end(), [&](const EventEntry& event) {
    return event.type == EventType::shock && event.spread.value_or(0.0) != 0.0 &&
           event.distribution == distribution;
  });
}

std::vector<Shift> Subject::shifts(std::string_view path) const {
  std::vector<Shift> found;
  for (const auto& event : model->agenda.events())
    if (const auto* change = std::get_if<ParameterChange>(&event.what))
      if (change->path == path) found.push_back({event.date, change->value});
  return found;
}

bool Subject::acts(std::string_view path) const {
  const auto later = shifts(path);
  return parameter_value(dynamics(), path).value_or(0.0) != 0.0 ||
         std::any_of(later.begin(), later.end(), [](const Shift& to) { return to.value != 0.0; });
}

bool Subject::is_fought(std::size_t k) const {
  const ConflictEntry& conflict = scenario.conflicts[k];
  const bool has_sides = !conflict.attackers.empty() || !conflict.defenders.empty();
  return has_sides && (conflict.intensity > 0.0 || settings("conflict." + conflict.id + ".") > 0);
}

bool Subject::has_war() const {
  for (std::size_t k = 0; k < scenario.conflicts.size(); ++k)
    if (is_fought(k)) return true;
  return false;
}

bool Subject::chooses(ChoiceLayer layer) const {
  const bool has_targets = layer == ChoiceLayer::sanctions || has_war();
  return has_targets && start().actors() > 1 &&
         acts(fmt::format("dynamics.{}.rate", name_of(layer)));
}

bool Subject::has(ChoiceLayer layer) const {
  return chooses(layer) || settings(fmt::format("{}.", name_of(layer))) > 0 ||
         start().levels(layer).intensity().any();
}

bool Subject::votes() const {
  const auto& rules = *start().bloc_rules;
  return std::any_of(rules.begin(), rules.end(), [](const BlocRule& rule) { return rule.votes(); });
}

bool Subject::has_pacts() const { return start().pact.any() || settings("pact.") > 0; }

bool Subject::has_recognition() const {
  return start().non_recognition().any() || settings("recognition.") > 0;
}

bool Subject::has_co_membership() const {
  const bool changes = settings("membership.") > 0 || settings("bloc.") > 0;
  Matrix shared = start().co_membership();
  shared.diagonal().setZero();
  return shared.any() || (changes && !scenario.blocs.empty());
}

bool Subject::moves_positions() const {
  return has_issues() &&
         (acts("dynamics.positions.influence") || acts("dynamics.positions.inertia"));
}

}  // namespace entente

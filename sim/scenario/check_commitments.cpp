#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "sim/core/quantity.h"
#include "sim/engine/gauge.h"
#include "sim/scenario/check.h"
#include "sim/scenario/condition.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

/// The bloc whose competence an actor's sanctions are at the start, or null.
const BlocEntry* voting_bloc_of(const Scenario& scenario, const std::string& actor) {
  for (const auto& bloc : scenario.blocs) {
    const double* weight = find(bloc.members, actor);
    if (bloc.decision != BlocDecision::none && weight && *weight > 0.0) return &bloc;
  }
  return nullptr;
}

void check_response(const Check& check, const CommitmentEntry& commitment) {
  const Mark mark = mark_of(commitment, "then");
  const Response response = parse_response(commitment.then, check.scenario, check.roster);
  const std::string& actor = check.roster.actors[response.level.row];
  if (actor != commitment.by)
    return check.report.error(
        mark, fmt::format("then: {} is a level of {}, not of {}, who commits itself",
                          commitment.then, actor, commitment.by));
  const BlocEntry* bloc = voting_bloc_of(check.scenario, actor);
  if (bloc && response.layer() == ChoiceLayer::sanctions)
    check.report.error(mark,
                       fmt::format("then: the sanctions of {} are the competence of {}, which "
                                   "votes; {} cannot commit them",
                                   actor, bloc->id, actor));
}

/// The event of an id in this world, or null.
const EventEntry* event_of(const Scenario& scenario, const std::string& id) {
  for (const auto& event : scenario.events)
    if (event.id == id && !id.empty()) return &event;
  return nullptr;
}

void check_event(const Check& check, const CommitmentEntry& commitment, const std::string& id) {
  const auto known = event_ids(check.scenario);
  const Mark mark = mark_of(commitment, "when");
  if (std::find(known.begin(), known.end(), id) == known.end())
    return check.report.error(mark, no_such("event", id, known));
  const EventEntry* event = event_of(check.scenario, id);
  if (event && commitment.until && event->date > *commitment.until)
    check.report.error(mark, fmt::format("when: can never hold: {} is on {}, after until, {}", id,
                                         to_text(event->date), to_text(*commitment.until)));
}

void check_metric(const Check& check, const CommitmentEntry& commitment, std::string_view path,
                  const std::vector<std::string>& metric_names) {
  const auto name = path.substr(std::string_view("metric.").size());
  if (!metric_names.empty() &&
      std::find(metric_names.begin(), metric_names.end(), name) == metric_names.end())
    check.report.error(mark_of(commitment, "when"), no_such("metric", name, metric_names));
}

/// The values that a quantity of the scenario can ever take.
Bounds reach_of(const Quantity& quantity, const Check& check) {
  if (quantity.kind == Quantity::Kind::capability) {
    const double fixed = check.scenario.actors[static_cast<std::size_t>(quantity.row)].capability;
    return between(fixed, fixed);
  }
  World limits(std::make_shared<Roster>(), top_of(check.scenario, ChoiceLayer::sanctions),
               top_of(check.scenario, ChoiceLayer::support));
  limits.link = check.scenario.dynamics.alignment.link;
  return bounds_of(quantity, limits);
}

void check_condition(const Check& check, const CommitmentEntry& commitment,
                     const std::vector<std::string>& metric_names) {
  const auto [text, event, path, test] = parse_test(commitment.when, check.scenario);
  if (path.empty()) return check_event(check, commitment, event);
  if (path.starts_with("metric.")) return check_metric(check, commitment, path, metric_names);
  gauge_of(path, check.roster, check.scenario.dynamics);
  if (path.starts_with("welfare.") || path.starts_with("dynamics.")) return;
  const Bounds reach = reach_of(parse_quantity(path, check.roster), check);
  if (!can_hold(test, reach, layer_of(path).has_value()))
    check.report.error(mark_of(commitment, "when"),
                       fmt::format("when: can never hold: {} is {}", path,
                                   reach.low == reach.high ? fmt::format("always {}", reach.low)
                                                           : describe(reach)));
}

void check_until(const Check& check, const CommitmentEntry& commitment) {
  if (commitment.until && *commitment.until < check.scenario.start)
    check.report.error(mark_of(commitment, "until"),
                       fmt::format("until: {} is before the start, {}", to_text(*commitment.until),
                                   to_text(check.scenario.start)));
}

void check_credibility(const Check& check, const CommitmentEntry& commitment) {
  if (is_unread(commitment, "credibility") || is_unread(commitment, "resolve")) return;
  if (commitment.credibility && commitment.resolve)
    check.report.error(mark_of(commitment, "resolve"),
                       "commitment: give credibility or resolve, not both");
  if (!commitment.credibility && !commitment.resolve)
    check.report.error(commitment.origin.entry,
                       "commitment: credibility or resolve is missing (expected a number between 0 "
                       "and 1, or a finite number)");
}

/// Runs one part of the check and reports, at a field, what it throws.
template <class Part>
void at_field(const Check& check, const CommitmentEntry& commitment, std::string_view field,
              Part part) {
  if (is_unread(commitment, field)) return;
  try {
    part();
  } catch (const InputError& wrong) {
    check.report.error(mark_of(commitment, field), wrong);
  }
}

}  // namespace

void check_commitments(const Check& check, const std::vector<std::string>& metric_names) {
  for (const auto& commitment : check.scenario.commitments) {
    if (check.report.full()) return;
    const bool by_known = check.is_actor(commitment.by, mark_of(commitment, "by"));
    if (by_known && !commitment.then.empty())
      at_field(check, commitment, "then", [&] { check_response(check, commitment); });
    if (!commitment.when.empty())
      at_field(check, commitment, "when",
               [&] { check_condition(check, commitment, metric_names); });
    check_credibility(check, commitment);
    check_until(check, commitment);
  }
}

}  // namespace entente

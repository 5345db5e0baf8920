#include <nlohmann/json.hpp>

#include "cli/explanation.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Json share_of(const Share& share) {
  return {{"mean", share.mean}, {"low", share.low}, {"high", share.high}};
}

Json optional_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string_view kind_of(std::size_t part) {
  if (part < Chart::noise) return "mechanism";
  return part == Chart::noise ? "noise" : "event";
}

/// A value at each moment that the attribution keeps.
template <class Of>
Json course(const Explanation& told, Of of) {
  Json values = Json::array();
  for (std::size_t m = 0; m <= told.last(); ++m) values.push_back(of(m));
  return values;
}

Json scenario_of(const Explanation& told) {
  const auto& variant = told.ensemble.variants.front();
  return {{"id", told.scenario.id},
          {"title", told.scenario.title},
          {"variant", variant.id},
          {"seed", told.ensemble.seed},
          {"start", to_text(told.ensemble.calendar().start)},
          {"end", to_text(told.ensemble.calendar().end())},
          {"step_days", told.ensemble.calendar().step_days}};
}

Json part_of(const Explanation& told, std::size_t p) {
  const auto& name = told.chart().parts[p];
  Json part{{"name", name}, {"kind", kind_of(p)}};
  if (const auto equation = equation_of(name); !equation.empty()) part["equation"] = equation;
  part["contribution"] = share_of(told.attribution.part(p, told.last()));
  part["beyond_start"] = told.beyond_start(p, told.last());
  part["drift_at_start"] = told.drift_at_start(0, static_cast<Index>(p));
  part["mean_over_time"] =
      course(told, [&](std::size_t m) { return told.attribution.part(p, m).mean; });
  return part;
}

Json runs_of(const Explanation& told) {
  const Attribution& runs = told.attribution;
  Json parts = Json::array();
  for (std::size_t p = 0; p < told.chart().parts.size(); ++p) parts.push_back(part_of(told, p));
  Json dates = Json::array();
  for (const auto tick : runs.ticks())
    dates.push_back(to_text(told.ensemble.calendar().date_at(tick)));
  return {
      {"count", runs.kept()},
      {"times", dates},
      {"alignment_start", runs.alignment(0).mean},
      {"alignment_end", share_of(runs.alignment(told.last()))},
      {"affinity_start", runs.affinity(0).mean},
      {"affinity_end", share_of(runs.affinity(told.last()))},
      {"affinity_change", share_of(runs.change(told.last()))},
      {"alignment_over_time", course(told, [&](std::size_t m) { return runs.alignment(m).mean; })},
      {"parts", parts}};
}

/// The bloc that voted or the commitment that called for it; null for a choice of the actor's own.
Json decision_by(const Explanation& told, const Decision& decision) {
  const Roster& roster = told.ensemble.roster();
  if (decision.occasion == Occasion::vote) return roster.blocs[decision.by];
  if (decision.occasion == Occasion::commitment) return roster.commitments[decision.by];
  return nullptr;
}

Json decision_of(const Explanation& told, const Cause& cause) {
  const Reason& reason = cause.reason;
  const Decision& decision = reason.decision;
  Json considerations = Json::array();
  for (const auto& [name, utility] : reason.considerations)
    considerations.push_back({{"name", name}, {"utility", utility}});
  const bool keeps = reason.runner_up.step == 0;
  return {{"date", to_text(told.ensemble.calendar().date_at(decision.tick))},
          {"layer", names_of(decision.layer)[static_cast<std::size_t>(decision.layer)]},
          {"actor", told.actor(decision.actor)},
          {"target", told.actor(decision.target)},
          {"from", told.level(decision.layer, decision.from)},
          {"to", told.level(decision.layer, decision.to)},
          {"occasion", names_of(decision.occasion)[static_cast<std::size_t>(decision.occasion)]},
          {"by", decision_by(told, decision)},
          {"probability", decision.probability},
          {"utility", reason.utility},
          {"considerations", considerations},
          {"runner_up",
           {{"target", keeps ? Json(nullptr) : Json(told.actor(reason.runner_up.target))},
            {"step", reason.runner_up.step},
            {"probability", reason.runner_up_probability},
            {"utility", reason.runner_up_utility}}},
          {"through", cause.through}};
}

Json replicate_of(const Explanation& told) {
  const Story& story = told.story;
  Json dates = Json::array(), parts = Json::object(), decisions = Json::array();
  for (std::size_t t = 0; t < story.affinity.size(); ++t)
    dates.push_back(to_text(told.ensemble.calendar().date_at(static_cast<std::int64_t>(t))));
  for (std::size_t p = 0; p < story.parts.size(); ++p)
    parts[told.chart().parts[p]] = story.parts[p];
  for (const Cause& cause : story.causes) decisions.push_back(decision_of(told, cause));
  return {{"number", told.replicate}, {"failure", optional_text(story.failure)},
          {"times", dates},           {"affinity", story.affinity},
          {"parts", parts},           {"decisions", decisions}};
}

Json input_of(const Input& input) {
  Json numbers = Json::array();
  for (const auto& [path, value] : input.numbers)
    numbers.push_back({{"path", path}, {"value", value}});
  return {{"entry", input.entry},
          {"numbers", numbers},
          {"basis", optional_text(input.basis)},
          {"source", optional_text(input.source)},
          {"note", optional_text(input.note)}};
}

}  // namespace

std::string to_json(const Explanation& told) {
  Json inputs = Json::array();
  for (const Input& input : told.inputs) inputs.push_back(input_of(input));
  const Grounds grounds = grounds_of(told.inputs);
  const Json all{{"explained", told.ensemble.explained.front()},
                 {"scenario", scenario_of(told)},
                 {"runs", runs_of(told)},
                 {"replicate", replicate_of(told)},
                 {"inputs", inputs},
                 {"numbers",
                  {{"all", grounds.numbers},
                   {"estimates", grounds.estimates},
                   {"without_basis", grounds.baseless}}}};
  return all.dump(2) + "\n";
}

}  // namespace entente

#include "analysis/report/decisions_json.h"

#include <fmt/format.h>

#include "analysis/describe/subject.h"
#include "analysis/report/chronicle.h"

namespace entente::page {
namespace {

std::string by_of(const Decision& decision, const Roster& roster) {
  if (decision.occasion == Occasion::vote) return roster.blocs[decision.by];
  if (decision.occasion == Occasion::commitment) return roster.commitments[decision.by];
  return "";
}

Json runner_up(const Reason& reason) {
  if (reason.considerations.empty()) return nullptr;
  return {{"target", reason.runner_up.target},
          {"step", reason.runner_up.step},
          {"probability", reason.runner_up_probability},
          {"utility", reason.runner_up_utility}};
}

Json decision(const Reason& reason, std::uint64_t run, const Gathered& gathered) {
  const Decision& made = reason.decision;
  Json parts = Json::array();
  for (const auto& [name, utility] : reason.considerations)
    parts.push_back({{"name", name}, {"utility", utility}});
  return {{"run", run},
          {"moment", gathered.scope.moment_of(made.tick)},
          {"date", to_text(gathered.ensemble.calendar().date_at(made.tick))},
          {"layer", name_of(made.layer)},
          {"actor", made.actor},
          {"target", made.target},
          {"from", made.from},
          {"to", made.to},
          {"occasion", names_of(made.occasion)[static_cast<std::size_t>(made.occasion)]},
          {"by", by_of(made, gathered.ensemble.roster())},
          {"probability", made.probability},
          {"utility", reason.utility},
          {"parts", parts},
          {"runner_up", runner_up(reason)}};
}

}  // namespace

Json moves(const Gathered& gathered, std::size_t variant) {
  Json all = Json::array();
  for (const Move& move : gathered.runs.variant(variant).moves.ranked()) {
    Json first = -1;
    if (move.runs_raised > 0) first = gathered.scope.moment_of(move.median_first_raise());
    all.push_back({{"layer", name_of(move.layer)},
                   {"actor", move.actor},
                   {"target", move.target},
                   {"raised", move.runs_raised},
                   {"lowered", move.runs_lowered},
                   {"raises", move.raises},
                   {"lowers", move.lowers},
                   {"first", first}});
  }
  return all;
}

Json commitments(const Scenario& scenario, const Gathered& gathered, std::size_t variant) {
  const Outcomes& ends = gathered.runs.variant(variant).outcomes;
  const Roster& roster = gathered.ensemble.roster();
  const World& start = gathered.ensemble.variants[variant].model->start;
  Json all = Json::array();
  for (std::size_t k = 0; k < scenario.commitments.size() && k < ends.commitments(); ++k) {
    const CommitmentEntry& entry = scenario.commitments[k];
    Json outcomes = Json::array();
    for (const Outcome outcome :
         {Outcome::honoured, Outcome::reneged, Outcome::expired, Outcome::standing})
      outcomes.push_back({{"name", names_of(outcome)[static_cast<std::size_t>(outcome)]},
                          {"runs", ends.runs(k, outcome)}});
    all.push_back({{"id", entry.id},
                   {"by", roster.actors.find(entry.by).value_or(0)},
                   {"text", fmt::format("if {} then {}", entry.when, entry.then)},
                   {"credibility", start.commitments[k].credibility},
                   {"note", entry.note},
                   {"basis", entry.basis},
                   {"outcomes", outcomes}});
  }
  return all;
}

Json vetoes(const Gathered& gathered, std::size_t variant) {
  Json all = Json::array();
  for (const Veto& veto : gathered.runs.variant(variant).vetoes.ranked()) {
    Json blockers = Json::array();
    for (const auto& [actor, times] : veto.blockers)
      blockers.push_back({{"actor", actor}, {"times", times}});
    all.push_back({{"bloc", veto.bloc},
                   {"target", veto.target},
                   {"raise", veto.raise},
                   {"runs", veto.runs},
                   {"blockers", blockers}});
  }
  return all;
}

Json decisions(const Gathered& gathered, std::size_t variant) {
  const auto& model = gathered.ensemble.variants[variant].model;
  Json all = Json::array();
  for (const std::uint64_t run : gathered.runs.variant(variant).fans.shown())
    for (const Reason& reason : chronicle_of(model, Draws(gathered.ensemble.seed, run)))
      all.push_back(decision(reason, run, gathered));
  return all;
}

}  // namespace entente::page

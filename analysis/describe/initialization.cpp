#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

std::string basis(const std::string& name) { return name.empty() ? "none given" : plain(name); }

/// "BLR = 0.3, RUS = 1".
std::string weights(const Weights& all) {
  std::vector<std::string> parts;
  for (const auto& [name, value, mark] : all)
    parts.push_back(fmt::format("{} = {}", plain(name), number(value)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// The covariates that an effect uses, of those that an entry gives.
std::string used_covariates(const Subject& subject, const Weights& given) {
  std::set<std::string> used;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    for (const auto& term : in_play(effect_terms(subject, layer)))
      used.insert(term.entry.name.substr(term.entry.name.find('.') + 1));
  Weights shown;
  std::copy_if(given.begin(), given.end(), std::back_inserter(shown),
               [&](const Weight& each) { return used.count(each.name) > 0; });
  return weights(shown);
}

std::string level(const Subject& subject, ChoiceLayer layer, const Amount& amount) {
  const int top = subject.start().levels(layer).top();
  const int notches = level_of(amount, layer, top);
  if (notches == 0) return "";
  const auto names = level_names(layer);
  return top + 1 == static_cast<int>(names.size())
             ? std::string(names[static_cast<std::size_t>(notches)])
             : fmt::format("{} of {}", notches, top);
}

bool has_own_drives(const Subject& subject) {
  const auto& all = subject.scenario.actors;
  return std::any_of(all.begin(), all.end(),
                     [](const ActorEntry& each) { return each.diversification.has_value(); });
}

void actors(const Subject& subject, Page& page) {
  page.subsection("Actors");
  const bool exchanges = subject.moves_exchange();
  page.paragraph(fmt::format(
      "c is material capability and ω its share{}{}.",
      exchanges ? "; the home share is what is left of absorption after all dependence" : "",
      exchanges && has_own_drives(subject)
          ? "; ζ is the actor's own drive to diversify where it has one, in place of the common one"
          : ""));
  PageTable table{{"actor", "name", "c", "ω", "home share", "ζ", "covariates", "basis", "note"},
                  {}};
  const World& start = subject.start();
  for (std::size_t i = 0; i < subject.scenario.actors.size(); ++i) {
    const ActorEntry& actor = subject.scenario.actors[i];
    const auto row = static_cast<Index>(i);
    const bool own = exchanges && actor.diversification.has_value();
    table.rows.push_back(
        {code(actor.id), plain(actor.name), number(actor.capability), rounded(start.share(row)),
         exchanges ? rounded(start.home_at_start(row)) : "",
         own ? fmt::format("**{}**", number(*actor.diversification)) : "",
         used_covariates(subject, actor.covariates), basis(actor.basis), plain(actor.note)});
  }
  page.table(table);
}

/// Whether relations' own baselines have an effect.
bool has_baselines(const Subject& subject) {
  return subject.acts("dynamics.alignment.inertia.rate");
}

std::vector<std::string> relation_row(const Subject& subject, const RelationEntry& relation) {
  const bool baselines = has_baselines(subject) && relation.baseline.has_value();
  return {
      fmt::format("{} {} {}", code(relation.from), relation.mutual ? "↔" : "→", code(relation.to)),
      number(relation.alignment),
      relation.dependence == 0.0 ? "" : number(relation.dependence),
      relation.recognition == 1.0 ? "" : number(relation.recognition),
      level(subject, ChoiceLayer::sanctions, relation.sanctions),
      level(subject, ChoiceLayer::support, relation.support),
      baselines ? number(*relation.baseline) : "",
      used_covariates(subject, relation.covariates),
      basis(relation.basis),
      plain(relation.note)};
}

void relations(const Subject& subject, Page& page) {
  if (subject.scenario.relations.empty()) return;
  page.subsection("Relations");
  std::vector<std::string> others{
      "alignment 0",
      fmt::format("dependence {} (the floor)", number(subject.dynamics().dependence.floor))};
  if (subject.has_recognition()) others.emplace_back("recognition 1");
  if (subject.has(ChoiceLayer::sanctions)) others.emplace_back("no sanctions");
  if (subject.has(ChoiceLayer::support)) others.emplace_back("no support");
  page.paragraph(fmt::format(
      "i → j is how i stands to j, and ↔ both directions with the same numbers. Where a cell is "
      "empty, and in dyads that are not listed: {}. A smaller dependence is raised to the floor.",
      listed(others)));
  PageTable table{{"relation", "alignment", "dependence", "recognition", "sanctions", "support",
                   "baseline", "covariates", "basis", "note"},
                  {}};
  for (const auto& relation : subject.scenario.relations)
    table.rows.push_back(relation_row(subject, relation));
  page.table(table);
}

void pacts(const Subject& subject, Page& page) {
  if (subject.scenario.pacts.empty()) return;
  page.subsection("Pacts");
  PageTable table{{"between", "name", "P", "basis", "note"}, {}};
  for (const auto& pact : subject.scenario.pacts)
    table.rows.push_back({fmt::format("{} ↔ {}", code(pact.between[0]), code(pact.between[1])),
                          plain(pact.name), number(pact.strength), basis(pact.basis),
                          plain(pact.note)});
  page.table(table);
}

void blocs(const Subject& subject, Page& page) {
  if (subject.scenario.blocs.empty()) return;
  page.subsection("Blocs");
  PageTable table{{"bloc", "name", "members, with weights m", "cohesion η", "basis", "note"}, {}};
  for (const auto& bloc : subject.scenario.blocs)
    table.rows.push_back({code(bloc.id), plain(bloc.name), weights(bloc.members),
                          number(bloc.cohesion), basis(bloc.basis), plain(bloc.note)});
  page.table(table);
}

void issues(const Subject& subject, Page& page) {
  if (subject.scenario.issues.empty()) return;
  page.subsection("Issues");
  page.paragraph(
      "Actors that are not listed have position 0, and salience 1 before each actor's saliences "
      "are "
      "scaled to sum to 1 over issues.");
  PageTable table{{"issue", "title", "positions x", "salience s", "basis", "note"}, {}};
  for (const auto& issue : subject.scenario.issues)
    table.rows.push_back({code(issue.id), plain(issue.title), weights(issue.positions),
                          weights(issue.salience), basis(issue.basis), plain(issue.note)});
  page.table(table);
}

void conflicts(const Subject& subject, Page& page) {
  if (subject.scenario.conflicts.empty()) return;
  page.subsection("Conflicts");
  PageTable table{
      {"conflict", "title", "attackers, σ⁰ =", "defenders, −σ⁰ =", "intensity h", "basis", "note"},
      {}};
  for (const auto& conflict : subject.scenario.conflicts)
    table.rows.push_back({code(conflict.id), plain(conflict.title), weights(conflict.attackers),
                          weights(conflict.defenders), number(conflict.intensity),
                          basis(conflict.basis), plain(conflict.note)});
  page.table(table);
}

}  // namespace

void initialization(const Subject& subject, Page& page) {
  page.section("Initialization");
  page.paragraph(fmt::format(
      "Every run starts on {} from the same state, which the following tables give in full. The "
      "initial state is not random.",
      to_text(subject.scenario.start)));
  actors(subject, page);
  relations(subject, page);
  pacts(subject, page);
  blocs(subject, page);
  issues(subject, page);
  conflicts(subject, page);
  pledges(subject, page);
  benchmark(subject, page);
}

}  // namespace entente::odd

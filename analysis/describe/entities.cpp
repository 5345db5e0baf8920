#include <fmt/format.h>

#include "analysis/describe/elements.h"

namespace entente::odd {
namespace {

/// What changes a variable, from what may: "the flow", "choices", events that set such paths.
std::string movers_of(const Subject& subject, std::vector<std::string> movers,
                      std::string_view event_prefix) {
  if (const auto events = subject.settings(event_prefix); events > 0)
    movers.push_back(count_of(events, "event"));
  return movers.empty() ? "nothing" : listed(movers);
}

std::string levels_range(const Subject& subject, ChoiceLayer layer) {
  const int top = subject.start().levels(layer).top();
  return top == 1 ? "0 or 1" : fmt::format("0, 1/{0}, …, 1 (level / {0})", top);
}

void add_alignment(const Subject& subject, PageTable& table) {
  std::vector<std::string> movers{"the flow"};
  if (subject.interactions() > 0) movers.push_back(count_of(subject.interactions(), "interaction"));
  if (subject.shocks() > 0) movers.push_back(count_of(subject.shocks(), "shock"));
  const std::string moved = movers_of(subject, movers, "alignment.");
  if (subject.start().link == Link::identity) {
    table.rows.push_back({"A = Z", "alignment: how i stands toward j", "dyad", "real", moved});
    return;
  }
  table.rows.push_back({"A", "alignment: how i stands toward j, from hostile (−1) to one camp (1)",
                        "dyad", "(−1, 1)", "follows from Z: A = tanh Z"});
  table.rows.push_back({"Z", "affinity: latent alignment", "dyad", "real", moved});
}

void add_levels(const Subject& subject, ChoiceLayer layer, PageTable& table) {
  if (!subject.has(layer)) return;
  const bool sanctions = layer == ChoiceLayer::sanctions;
  std::vector<std::string> movers;
  if (subject.chooses(layer)) movers.emplace_back("choices");
  table.rows.push_back({sanctions ? "S" : "M",
                        sanctions ? "sanctions: intensity of those of i on j"
                                  : "support: intensity of what i gives belligerent j",
                        "dyad", levels_range(subject, layer),
                        movers_of(subject, movers, fmt::format("{}.", name_of(layer)))});
}

void add_exchange(const Subject& subject, PageTable& table) {
  std::vector<std::string> movers;
  if (subject.moves_exchange()) movers.emplace_back("the flow");
  table.rows.push_back({"D", "dependence: share of i's absorption that comes from exchange with j",
                        "dyad", "[0, 1]; each row and the home share sum to 1",
                        movers_of(subject, movers, "dependence.")});
  if (subject.moves_exchange())
    table.rows.push_back(
        {"ζ", "drive to diversify", "actor", "≥ 0", movers_of(subject, {}, "actor.")});
}

void add_ties(const Subject& subject, PageTable& table) {
  if (subject.has_recognition())
    table.rows.push_back({"R", "diplomatic recognition that i grants j", "dyad", "[0, 1]",
                          movers_of(subject, {}, "recognition.")});
  if (subject.has_pacts())
    table.rows.push_back(
        {"P", "treaty commitment, symmetric", "dyad", "[0, 1]", movers_of(subject, {}, "pact.")});
  if (subject.scenario.blocs.empty()) return;
  table.rows.push_back({"m", "weight of an actor's membership", "bloc and actor", "[0, 1]",
                        movers_of(subject, {}, "membership.")});
  table.rows.push_back({"η_g", "cohesion: how much co-membership binds", "bloc", "≥ 0",
                        movers_of(subject, {}, "bloc.")});
}

void add_issues(const Subject& subject, PageTable& table) {
  if (!subject.has_issues()) return;
  std::vector<std::string> movers;
  if (subject.moves_positions()) movers.emplace_back("the flow");
  table.rows.push_back({"x", "position of an actor on an issue", "actor and issue", "[−1, 1]",
                        movers_of(subject, movers, "position.")});
  table.rows.push_back({"s", "salience of an issue for an actor", "actor and issue",
                        "≥ 0; sums to 1 over issues", "nothing"});
}

void add_conflicts(const Subject& subject, PageTable& table) {
  if (subject.scenario.conflicts.empty()) return;
  table.rows.push_back(
      {"h", "intensity", "conflict", "[0, 1]", movers_of(subject, {}, "conflict.")});
  table.rows.push_back({"σ⁰", "declared side: of the attackers (+) or the defenders (−)",
                        "conflict and actor", "[−1, 1]", "nothing"});
  if (subject.has_war())
    table.rows.push_back(
        {"σ", "effective side", "conflict and actor", "[−1, 1]",
         subject.has(ChoiceLayer::support) ? "follows from σ⁰ and M" : "equals σ⁰"});
}

void state_variables(const Subject& subject, Page& page) {
  page.subsection("State variables");
  PageTable table{{"symbol", "variable", "of each", "range", "changed by"}, {}};
  add_alignment(subject, table);
  add_exchange(subject, table);
  add_levels(subject, ChoiceLayer::sanctions, table);
  add_levels(subject, ChoiceLayer::support, table);
  add_ties(subject, table);
  add_issues(subject, table);
  add_conflicts(subject, table);
  table.rows.push_back(
      {"c", "material capability; ω = c / Σc is its share", "actor", "> 0", "nothing"});
  page.table(table);
  page.paragraph(
      "A dyad is an ordered pair of different actors, so that (i, j) and (j, i) differ. The home "
      "share D_i0 = 1 − Σ_j D_ij is what an actor absorbs of its own." +
      std::string(subject.start().self_ties ? " A keeps its diagonal." : ""));
}

void add_entity(std::size_t count, std::string_view name, std::string_view what, Page& page) {
  if (count > 0) page.item(fmt::format("{}; {}", count, what), name);
}

void scales(const Subject& subject, Page& page) {
  page.subsection("Scales");
  const Calendar& calendar = subject.model->calendar;
  page.paragraph(fmt::format(
      "Time is discrete. A tick is {}, Δt = {}/365.25 = {} years; a run takes {} from {} to {}, "
      "{} years. Rates are per year. There is no space: the network of dyads takes its place, and "
      "every actor has a relation to every other.",
      count_of(static_cast<std::size_t>(calendar.step_days), "day"), calendar.step_days,
      rounded(calendar.years_per_tick(), 4),
      count_of(static_cast<std::size_t>(calendar.ticks), "tick"), to_text(calendar.start),
      to_text(calendar.end()), rounded(calendar.years_at(calendar.ticks))));
}

}  // namespace

void entities(const Subject& subject, Page& page) {
  const Scenario& scenario = subject.scenario;
  page.section("Entities, state variables, and scales");
  page.subsection("Entities");
  add_entity(scenario.actors.size(), "Actors", "states, or groups of states that act as one.",
             page);
  add_entity(scenario.actors.size() * (scenario.actors.size() - 1), "Dyads",
             "the ordered pairs of actors.", page);
  add_entity(scenario.blocs.size(), "Blocs", "organisations of which actors are members.", page);
  add_entity(scenario.issues.size(), "Issues", "questions on which actors take positions.", page);
  add_entity(scenario.conflicts.size(), "Conflicts",
             "armed conflicts with attackers and defenders.", page);
  state_variables(subject, page);
  scales(subject, page);
}

}  // namespace entente::odd

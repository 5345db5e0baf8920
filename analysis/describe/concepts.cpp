#include <fmt/format.h>

#include <algorithm>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

std::string names_in(const std::vector<Term>& terms) {
  std::vector<std::string> names;
  for (const auto& term : terms) names.push_back(plain(term.entry.name));
  return listed(names);
}

std::string chosen_layers(const Subject& subject) {
  std::vector<std::string> layers;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    if (subject.chooses(layer)) layers.emplace_back(name_of(layer));
  return listed(layers);
}

std::string principles(const Subject& subject, Page& page) {
  const auto terms = in_play(mechanism_terms(subject));
  std::string text = fmt::format(
      "alignment moves by a stochastic differential equation to which each mechanism adds a "
      "term ({}; see *Alignment* for their sources)",
      terms.empty() ? "none is on" : names_in(terms));
  if (!subject.has_noise()) text.replace(text.find("stochastic"), 10, "deterministic");
  if (subject.chooses())
    text += fmt::format("; {} follow the actor-oriented models of network dynamics ({})",
                        chosen_layers(subject), page.cite("Snijders 2001"));
  if (subject.moves_exchange())
    text += fmt::format("; trade shares follow a gravity system ({})",
                        page.cite("Anderson & van Wincoop 2003"));
  if (subject.moves_positions())
    text += fmt::format("; positions follow social influence ({})",
                        page.cite("Friedkin & Johnsen 1990"));
  return text + ".";
}

std::string emergence(const Subject& subject) {
  std::vector<std::string> imposed;
  if (!subject.scenario.events.empty()) imposed.emplace_back("events");
  if (subject.has_pacts()) imposed.emplace_back("pacts");
  if (subject.has_co_membership()) imposed.emplace_back("memberships");
  if (subject.has_recognition()) imposed.emplace_back("recognition");
  if (!subject.scenario.conflicts.empty())
    imposed.emplace_back("the conflicts' sides and intensity");
  imposed.emplace_back("capabilities");
  return fmt::format(
      "the courses of alignments, and with them camps, balance and polarization, result from the "
      "interplay of dyads. Imposed from outside: {}.",
      listed(imposed));
}

std::string adaptation(const Subject& subject) {
  if (!subject.chooses())
    return "actors decide nothing; their stances respond to the state of the world by the flow.";
  return fmt::format(
      "at an opportunity, an actor keeps its levels of {} or moves one of them by one notch, and "
      "the more probably the more useful that is to it as the world stands. Stances respond by "
      "the flow, without a decision.",
      chosen_layers(subject));
}

std::string objectives(const Subject& subject) {
  std::string text;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    if (subject.chooses(layer))
      text += fmt::format(
          "{}in {}, the sum over targets of the utility that each notch has for the actor, made up "
          "of {}",
          text.empty() ? "" : "; ", name_of(layer),
          names_in(in_play(effect_terms(subject, layer))));
  return text.empty() ? "none, as there are no decisions."
                      : text + ". Alternatives are drawn by a multinomial logit.";
}

std::string prediction(const Subject& subject) {
  if (!subject.chooses()) return "none.";
  if (!subject.scenario.commitments.empty())
    return "actors expect of others that standing threats are carried out with their credibility; "
           "otherwise they value a step by the world as it stands at that moment.";
  return "none: actors value a step by the world as it stands at that moment, and expect no answer "
         "to it.";
}

std::string sensing(const Subject& subject) {
  const std::string all =
      "the mechanisms read the present state of the whole world, exactly and without delay";
  if (!subject.chooses()) return all + ".";
  return "actors know the present state of the whole world, exactly and without delay, including "
         "others' stances; so do the mechanisms.";
}

std::string interaction(const Subject& subject) {
  std::string text = "dyads depend on each other through the mechanisms";
  std::vector<std::string> third;
  for (const auto& term : in_play(mechanism_terms(subject)))
    if (term.entry.equation.starts_with("B")) third.push_back(plain(term.entry.name));
  if (!third.empty()) text += fmt::format("; through third parties in {}", listed(third));
  if (subject.interactions() > 0)
    text += fmt::format("; {} between two actors {} from outside",
                        count_of(subject.interactions(), "diplomatic interaction"),
                        subject.interactions() == 1 ? "comes" : "come");
  if (subject.shocks() > 0)
    text += fmt::format("; {} {} many at once", count_of(subject.shocks(), "random shock"),
                        subject.shocks() == 1 ? "moves" : "move");
  return text + ".";
}

std::string stochasticity(const Subject& subject) {
  if (!subject.is_random()) return "none: every run is the same, whatever the seed.";
  std::vector<std::string> chances;
  if (subject.chooses()) {
    chances.emplace_back("the number of opportunities to choose (Poisson)");
    chances.emplace_back("their order (uniform)");
    chances.emplace_back("which alternative is taken (multinomial logit)");
  }
  if (subject.votes() && subject.chooses(ChoiceLayer::sanctions))
    chances.emplace_back("how members vote (logit)");
  if (!subject.scenario.commitments.empty())
    chances.emplace_back("whether a commitment is honoured (Bernoulli)");
  for (const auto distribution : {ShockDistribution::normal, ShockDistribution::uniform})
    if (subject.draws_shocks(distribution))
      chances.push_back(fmt::format("how far a shock moves a dyad ({})", name_of(distribution)));
  if (subject.has_noise()) chances.emplace_back("what moves affinity unexplained (normal)");
  return fmt::format("random are {}. Replicates differ in nothing else.", listed(chances));
}

std::string collectives(const Subject& subject) {
  std::string camps = "the camps that form are measured and have no effect of their own.";
  if (subject.scenario.blocs.empty()) return camps;
  const auto terms = in_play(mechanism_terms(subject));
  const bool binds = std::any_of(terms.begin(), terms.end(), [](const Term& term) {
    return term.entry.name == Membership::name;
  });
  const bool votes = subject.votes() && subject.chooses(ChoiceLayer::sanctions);
  return fmt::format(
      "{}, whose members are given and {}{}; {}", count_of(subject.scenario.blocs.size(), "bloc"),
      binds ? "draw closer" : "take no effect from it",
      votes ? ", and of which those that vote decide on their members' sanctions" : "", camps);
}

std::string observation(const Subject& subject) {
  return fmt::format(
      "every run records {} and all metrics at the start and after every tick{}. {}",
      count_of(subject.scenario.output.watch.size(), "watched path"),
      subject.chooses() ? ", and each change of a level with its date and probability" : "",
      subject.is_random() ? "Results are distributions over replicates." : "One run says it all.");
}

}  // namespace

void concepts(const Subject& subject, Page& page) {
  page.section("Design concepts");
  page.item(principles(subject, page), "Basic principles");
  page.item(emergence(subject), "Emergence");
  page.item(adaptation(subject), "Adaptation");
  page.item(objectives(subject), "Objectives");
  page.item("none: rules and parameters do not change with experience.", "Learning");
  page.item(prediction(subject), "Prediction");
  page.item(sensing(subject), "Sensing");
  page.item(interaction(subject), "Interaction");
  page.item(stochasticity(subject), "Stochasticity");
  page.item(collectives(subject), "Collectives");
  page.item(observation(subject), "Observation");
}

}  // namespace entente::odd

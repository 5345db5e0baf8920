#include <fmt/format.h>

#include <algorithm>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

bool is_operator(const Term& term) { return term.entry.equation.find("B +=") == 0; }

/// The law of motion as its terms leave it: without B, F or noise where nothing adds to them.
std::string law(const Subject& subject, const std::vector<Term>& terms) {
  const bool op = std::any_of(terms.begin(), terms.end(), is_operator);
  const bool forcing = std::any_of(terms.begin(), terms.end(), [](const Term& term) {
    return term.entry.equation.find("F ") != std::string::npos;
  });
  std::string drift = op ? "(B·A)_ij" : "";
  if (forcing) drift += op ? " + F_ij" : "F_ij";
  std::string text = "dZ_ij = ";
  if (!drift.empty()) text += fmt::format("[ {} ] dt", drift);
  if (subject.has_noise()) text += fmt::format("{}noise dW_ij", drift.empty() ? "" : " + ");
  if (drift.empty() && !subject.has_noise()) text += "0";
  return text + (subject.start().self_ties ? "" : "        (i ≠ j)");
}

std::vector<std::string> parameter_row(const Subject& subject, const Term& term, std::size_t p,
                                       Page& page) {
  const ParameterEntry& parameter = term.entry.parameters[p];
  const std::string path = fmt::format("dynamics.alignment.{}.{}", term.entry.name, parameter.path);
  return {p == 0 ? code(term.entry.name) : "",
          p == 0 ? coefficient_of(term.entry) : plain(parameter.path),
          value_cell(subject, path),
          default_cell(subject, path),
          unit_text(parameter.unit),
          plain(parameter.meaning),
          p == 0 ? page.cite(term.entry.source) : ""};
}

void mechanisms(const Subject& subject, const std::vector<Term>& terms, Page& page) {
  page.display(equations_of(terms));
  PageTable table{{"mechanism", "symbol", "value", "default", "unit", "meaning", "source"}, {}};
  for (const auto& term : terms)
    for (std::size_t p = 0; p < term.entry.parameters.size(); ++p)
      table.rows.push_back(parameter_row(subject, term, p, page));
  page.table(table);
}

std::string link_text(const Subject& subject) {
  if (subject.start().link == Link::tanh)
    return "Alignment A = tanh Z stays within (−1, 1), and affinity Z is free.";
  return std::string(
             "**The link is the identity**: A = Z is not bounded, as in published linear and "
             "quadratic models. A run in which a value leaves the representable range stops.") +
         (subject.start().self_ties ? " **Self-ties are on**: the diagonal of A moves too." : "");
}

std::string noise_text() {
  return " W_ij are independent Wiener processes. A step of length Δt adds noise √Δt ξ_ij, with "
         "ξ_ij "
         "independent N(0, 1).";
}

}  // namespace

void alignment(const Subject& subject, Page& page) {
  page.subsection("Alignment");
  const auto all = mechanism_terms(subject);
  const auto terms = in_play(all);
  page.paragraph(link_text(subject));
  page.display({law(subject, terms)});
  if (!terms.empty()) {
    const bool op = std::any_of(terms.begin(), terms.end(), is_operator);
    page.paragraph(fmt::format(
        "Each mechanism adds to {}, so that the parts of a dyad's drift sum to its drift.{}",
        op ? "the operator B, which multiplies A from the left, or to the forcing F"
           : "the forcing F",
        subject.has_noise() ? noise_text() : ""));
    mechanisms(subject, terms, page);
  }
  if (const std::string rest = out_of_play(all); !rest.empty()) page.paragraph(rest);
}

void interactions(const Subject& subject, Page& page) {
  const auto& events = subject.scenario.events;
  const auto count = [&](bool mutual) {
    return std::count_if(events.begin(), events.end(), [&](const EventEntry& event) {
      return event.type == EventType::interaction && event.mutual == mutual;
    });
  };
  if (subject.interactions() == 0) return;
  const bool echoes = count(false) > 0 && subject.acts("dynamics.alignment.echo");
  page.subsection("Interactions");
  page.paragraph(fmt::format(
      "An interaction of Goldstein score g, from i to j, moves the dyad's affinity at once ({}):",
      page.cite("Goldstein 1992")));
  std::vector<std::string> lines{"Z_ij += ξ g / 10"};
  if (echoes) lines.emplace_back("Z_ji += echo ξ g / 10");
  if (count(true) > 0) lines.emplace_back("Z_ji += ξ g / 10        where the event is mutual");
  page.display(lines);
  std::vector<std::string> paths{"dynamics.alignment.jump"};
  if (count(false) > 0) paths.emplace_back("dynamics.alignment.echo");
  page.table(parameter_table(subject, paths));
}

void shocks(const Subject& subject, Page& page) {
  if (subject.shocks() == 0) return;
  const auto& events = subject.scenario.events;
  const bool mutual = std::any_of(events.begin(), events.end(), [](const EventEntry& event) {
    return event.type == EventType::shock && event.mutual;
  });
  page.subsection("Shocks");
  page.paragraph(
      "A shock moves the affinity of all dyads among its actors at once; its mean and spread are "
      "in "
      "the table of events:");
  page.display({subject.start().self_ties ? "Z_ij += mean + spread ξ_ij"
                                          : "Z_ij += mean + spread ξ_ij        (i ≠ j)"});
  std::vector<std::string> laws;
  if (subject.draws_shocks(ShockDistribution::normal)) laws.emplace_back("N(0, 1) in a normal one");
  if (subject.draws_shocks(ShockDistribution::uniform))
    laws.emplace_back("uniform in (−1, 1) in a uniform one");
  if (laws.empty()) return page.paragraph("No shock has a spread, so that none draws anything.");
  page.paragraph(fmt::format(
      "The draws ξ_ij are independent, {}{}. Each is a function of the replicate, the tick, the "
      "shock and the dyad alone.",
      listed(laws), mutual ? "; in a mutual shock ξ_ij = ξ_ji" : ""));
}

void sides(const Subject& subject, Page& page) {
  if (!subject.has_war()) return;
  page.subsection("Sides in conflicts");
  const bool supports = subject.has(ChoiceLayer::support);
  page.paragraph(supports
                     ? "An actor's effective side σ in conflict k is its declared side plus the "
                       "support that it gives attackers less the support that it gives defenders:"
                     : "An actor's effective side in conflict k is its declared side:");
  page.display({supports
                    ? "σ_ik = clamp(σ⁰_ik + Σ_{j attacks in k} M_ij − Σ_{j defends in k} M_ij, "
                      "−1, 1)"
                    : "σ_ik = σ⁰_ik"});
  const auto effects = in_play(effect_terms(subject, ChoiceLayer::sanctions));
  const bool violation = std::any_of(effects.begin(), effects.end(), [](const Term& term) {
    return term.entry.name == sanctions::Violation::name;
  });
  if (!violation) return;
  page.paragraph("Its violation is its worst part in aggression:");
  page.display({"v_i = max_k h_k max(σ_ik, 0)"});
}

}  // namespace entente::odd

#include <fmt/format.h>

#include <algorithm>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

/// What stands in the utilities of a layer.
struct Utility {
  std::string per_notch;  ///< "(q_ij + a_ij)" or "q_ij"
  bool saturates, costs;
};

Utility utility_of(const Subject& subject, ChoiceLayer layer) {
  const bool revealed =
      subject.base_model->dynamics.choice.rules(layer).benchmark == Calibration::revealed;
  const std::string prefix = fmt::format("dynamics.{}.", name_of(layer));
  return {revealed ? "(q_ij + a_ij)" : "q_ij", subject.acts(prefix + "saturation"),
          subject.acts(prefix + "change")};
}

std::vector<std::string> law(const Utility& utility) {
  const std::string& q = utility.per_notch;
  const char* change = utility.costs ? " − θ_change" : "";
  const auto saturation = [&](const char* text) { return utility.saturates ? text : ""; };
  return {fmt::format("f_i = Σ_j [ {} ℓ_ij{} ]", q, saturation(" − θ_saturation ℓ_ij² / L")),
          "u(keep)    = 0",
          fmt::format("u(raise j) = {}{}{}        where ℓ_ij < L", q,
                      saturation(" − θ_saturation (2 ℓ_ij + 1) / L"), change),
          fmt::format("u(lower j) = −{}{}{}       where ℓ_ij > 0", q,
                      saturation(" + θ_saturation (2 ℓ_ij − 1) / L"), change),
          "P(alternative) = exp u / Σ exp u"};
}

std::string levels_text(const Subject& subject, ChoiceLayer layer) {
  const int top = subject.start().levels(layer).top();
  const auto names = level_names(layer);
  std::vector<std::string> named;
  for (std::size_t level = 0; level < names.size(); ++level)
    named.push_back(fmt::format("{} {}", level, names[level]));
  return top + 1 == static_cast<int>(names.size()) ? fmt::format(" ({})", listed(named)) : "";
}

/// Those toward whom an actor may move a level.
std::string_view choice_set(ChoiceLayer layer) {
  return layer == ChoiceLayer::sanctions
             ? "every other actor"
             : "the belligerents of active conflicts: those with a declared side in one whose "
               "intensity is above 0. Its levels toward others stay as they are";
}

void effects(const Subject& subject, ChoiceLayer layer, Page& page) {
  const auto all = effect_terms(subject, layer);
  const auto terms = in_play(all);
  if (terms.empty()) {
    page.paragraph("No effect is on: q_ij = 0.");
  } else {
    page.paragraph("Each effect adds its part to q_ij, with a weight θ of its own:");
    page.display(equations_of(terms));
    PageTable table{{"effect", "θ", "default", "meaning", "source"}, {}};
    for (const auto& term : terms)
      table.rows.push_back({code(term.entry.name), value_cell(subject, term.rate),
                            default_cell(subject, term.rate), plain(term.entry.meaning),
                            page.cite(term.entry.source)});
    page.table(table);
  }
  if (const std::string rest = out_of_play(all); !rest.empty()) page.paragraph(rest);
}

/// What the equations of a layer's effects leave to be said.
void notes(const Subject& subject, ChoiceLayer layer, Page& page) {
  const auto terms = in_play(effect_terms(subject, layer));
  const auto any = [&](std::string_view part) {
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return term.entry.name.find(part) != std::string::npos;
    });
  };
  std::string text;
  if (layer == ChoiceLayer::sanctions && any(sanctions::Coalition::name))
    text += " Where i has no friend, a⁺ is 0.";
  if (layer == ChoiceLayer::support && any(support::Enmity::name))
    text +=
        " The enemies of j are the declared belligerents on the opposite side of an active "
        "conflict; an actor that is one of them counts with A_ii = 0, and where j has none the "
        "effect is 0.";
  if (any(".")) text += " x is a covariate of actors and w one of dyads, 0 where none is given.";
  if (any(".capability")) text += " `capability` is ln(c_i / mean c).";
  if (!text.empty()) page.paragraph(text.substr(1));
}

}  // namespace

void choices(const Subject& subject, ChoiceLayer layer, Page& page) {
  if (!subject.chooses(layer)) return;
  const bool sanctions = layer == ChoiceLayer::sanctions;
  const int top = subject.start().levels(layer).top();
  page.subsection(sanctions ? "Choice of sanctions" : "Choice of support");
  page.paragraph(fmt::format(
      "Actor i holds a level ℓ_ij from 0 to L = {}{} toward j; {}_ij = ℓ_ij / L is its intensity. "
      "At an opportunity it may raise or lower one of its levels by one notch, or keep all of "
      "them ({}). Its choice set is {}.",
      top, levels_text(subject, layer), sanctions ? "S" : "M", page.cite("Snijders 2001"),
      choice_set(layer)));
  page.display(law(utility_of(subject, layer)));
  const std::string prefix = fmt::format("dynamics.{}.", name_of(layer));
  page.table(parameter_table(subject, {prefix + "rate", prefix + "levels", prefix + "change",
                                       prefix + "saturation", prefix + "benchmark"}));
  effects(subject, layer, page);
  notes(subject, layer, page);
}

}  // namespace entente::odd

#include <fmt/format.h>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

bool diversifies(const Subject& subject) {
  return subject.start().diversification.any() || subject.settings("actor.") > 0;
}

bool blocks(const Subject& subject) {
  return subject.has(ChoiceLayer::sanctions) && subject.acts("dynamics.dependence.blockade");
}

/// V_ij, without what takes no effect.
std::string pull(const Subject& subject) {
  const bool aligned = subject.acts("dynamics.dependence.alignment");
  std::string exponent = aligned ? "η A_ij" : "";
  if (diversifies(subject)) exponent += aligned ? " − ζ_i D_ij" : "−ζ_i D_ij";
  std::string text = "V_ij = G_ij";
  if (!exponent.empty()) text += fmt::format(" exp({})", exponent);
  if (blocks(subject)) text += " (1 − τ S_ij)(1 − τ S_ji)";
  return text + ",   V_i0 = G_i0";
}

}  // namespace

void exchange(const Subject& subject, Page& page) {
  page.subsection("Dependence");
  if (!subject.moves_exchange()) {
    page.paragraph("Shares do not adjust: dependence stays as it is, but for events.");
    page.table(parameter_table(subject, {"dynamics.dependence.floor"}));
    return;
  }
  page.paragraph(fmt::format(
      "The shares of an actor's absorption move toward those of a logit over partners, home being "
      "one of the alternatives ({}):",
      page.cite("Anderson & van Wincoop 2003")));
  page.display({pull(subject), "D*_ij = V_ij / (V_i0 + Σ_k V_ik)", "dD/dt = r (D* − D)"});
  std::vector<std::string> paths{"dynamics.dependence.rate", "dynamics.dependence.alignment",
                                 "dynamics.dependence.diversification"};
  if (subject.has(ChoiceLayer::sanctions)) paths.emplace_back("dynamics.dependence.blockade");
  paths.emplace_back("dynamics.dependence.floor");
  page.table(parameter_table(subject, paths));
  page.paragraph("An initial share below the floor is raised to it, so that new ties can grow.");
  if (subject.settings("dependence.") > 0)
    page.paragraph(
        "Where an event sets a share, the actor's other shares, home included, divide the rest in "
        "their old proportions.");
}

void welfare(const Subject& subject, Page& page) {
  if (!subject.moves_exchange() && subject.settings("dependence.") == 0) return;
  page.subsection("Welfare");
  page.paragraph(fmt::format(
      "What a change of the home share means for an actor's real income relative to the start "
      "({}). It is measured and acts on nothing.",
      page.cite("Arkolakis, Costinot & Rodríguez-Clare 2012")));
  page.display({"W_i = (D_i0(t) / D_i0(0))^(−1/ε) − 1"});
  page.table(parameter_table(subject, {"dynamics.dependence.elasticity"}));
}

void positions(const Subject& subject, Page& page) {
  if (!subject.has_issues()) return;
  page.subsection("Positions");
  if (!subject.moves_positions())
    return page.paragraph("Positions stay as they are, but for events.");
  const bool influence = subject.acts("dynamics.positions.influence");
  const bool inertia = subject.acts("dynamics.positions.inertia");
  std::string law = "dx_ik/dt =";
  if (influence) law += " ψ Σ_j I_ij (x_jk − x_ik)";
  if (inertia) law += influence ? " + ι (x_ik(0) − x_ik)" : " ι (x_ik(0) − x_ik)";
  page.paragraph(fmt::format("Positions drift {}{}{} ({}):",
                             influence ? "toward those of friends, by their capability" : "",
                             influence && inertia ? ", and " : "",
                             inertia ? "back to where they began" : "",
                             page.cite("Friedkin & Johnsen 1990")));
  std::vector<std::string> lines{law};
  if (influence)
    lines.emplace_back("I_ij = max(A_ij, 0) ω_j / Σ_k max(A_ik, 0) ω_k;   0 where i has no friend");
  page.display(lines);
  page.table(
      parameter_table(subject, {"dynamics.positions.influence", "dynamics.positions.inertia"}));
}

}  // namespace entente::odd

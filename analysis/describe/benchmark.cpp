#include <fmt/format.h>

#include <algorithm>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

bool has_own_baselines(const Subject& subject) {
  const auto& relations = subject.scenario.relations;
  return std::any_of(relations.begin(), relations.end(),
                     [](const RelationEntry& each) { return each.baseline.has_value(); });
}

/// Whether structural affinity is what keeps the start at rest.
bool rests(const Subject& subject) {
  const AlignmentDynamics& alignment = subject.base_model->dynamics.alignment;
  return alignment.baseline == Baseline::benchmark &&
         std::get<Inertia>(alignment.mechanisms).rate > 0.0;
}

void structural_affinity(const Subject& subject, Page& page) {
  if (!subject.acts("dynamics.alignment.inertia.rate")) return;
  const bool rest = rests(subject);
  page.paragraph(fmt::format(
      "*Structural affinity* Z̄, to which inertia pulls, is {} (`dynamics.alignment.baseline`: {}):",
      rest ? "chosen for each dyad such that, without events, choices and noise, the initial world "
             "is at rest"
           : "the initial affinity",
      value_cell(subject, "dynamics.alignment.baseline")));
  page.display({rest ? "Z̄_ij = Z_ij(0) − (drift of Z_ij at the start by all other mechanisms) / κ"
                     : "Z̄_ij = Z_ij(0)"});
  if (has_own_baselines(subject))
    page.paragraph(fmt::format(
        "A relation with a baseline b of its own has {} in the place of Z_ij(0) in this formula: "
        "other things equal, it tends to b, a trend under way.",
        subject.start().link == Link::tanh ? "atanh b" : "b"));
}

void gravity(const Subject& subject, Page& page) {
  if (!subject.moves_exchange()) return;
  page.paragraph(
      "*Gravity* G, what else than alignment and sanctions draws exchange to a partner, is chosen "
      "such that the initial shares are at rest with the common ζ (V as in *Dependence*):");
  page.display({"G_i0 = D_i0(0),   G_ij such that V_ij(0) = D_ij(0)"});
  const auto& actors = subject.scenario.actors;
  if (std::any_of(actors.begin(), actors.end(),
                  [](const ActorEntry& each) { return each.diversification.has_value(); }))
    page.paragraph("An actor's own ζ_i is a policy: it acts from the start, against this rest.");
}

/// The chosen layers whose initial levels reveal something, or do not.
std::vector<ChoiceLayer> calibrated(const Subject& subject, Calibration calibration) {
  std::vector<ChoiceLayer> layers;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    if (subject.chooses(layer) &&
        subject.base_model->dynamics.choice.rules(layer).benchmark == calibration)
      layers.push_back(layer);
  return layers;
}

std::string names_in(const std::vector<ChoiceLayer>& layers) {
  std::vector<std::string> names;
  for (const auto layer : layers) names.emplace_back(name_of(layer));
  return listed(names);
}

void revealed(const Subject& subject, Page& page) {
  if (const auto layers = calibrated(subject, Calibration::revealed); !layers.empty()) {
    page.paragraph(fmt::format(
        "*Revealed preferences* a are what the initial levels of {} say beyond the effects: "
        "constants that make every actor content with the levels ℓ that it starts with, as "
        "discrete-choice models are calibrated to base-year shares. With q of the start (see "
        "*Submodels*):",
        names_in(layers)));
    page.display({"a_ij = 2 θ_saturation ℓ_ij / L − q_ij    where ℓ_ij > 0",
                  "a_ij = min(0, −q_ij)                     where ℓ_ij = 0"});
  }
  if (const auto layers = calibrated(subject, Calibration::none); !layers.empty())
    page.paragraph(
        fmt::format("The initial levels of {} are **not calibrated**: actors value levels by the "
                    "effects alone, "
                    "and need not be content with those they start with.",
                    names_in(layers)));
}

}  // namespace

void benchmark(const Subject& subject, Page& page) {
  const bool any = subject.acts("dynamics.alignment.inertia.rate") || subject.moves_exchange() ||
                   subject.chooses();
  if (!any) return;
  page.subsection("Benchmark");
  page.paragraph(fmt::format(
      "What the data leave open is fixed once, from the start of the {}scenario, as computable "
      "general "
      "equilibrium models are benchmarked to their base year.{} The mechanisms then say how the "
      "world leaves its present state when something moves, and not how it came about.",
      subject.is_variant() ? "base " : "",
      subject.is_variant() ? " The variant changes the world after that, as a policy does." : ""));
  structural_affinity(subject, page);
  gravity(subject, page);
  revealed(subject, page);
}

}  // namespace entente::odd

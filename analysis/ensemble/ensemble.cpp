#include "analysis/ensemble/ensemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

std::string title_of(const Scenario& scenario, const std::string& variant_id) {
  for (const auto& variant : scenario.variants)
    if (variant.id == variant_id) return variant.title;
  return "the scenario itself";
}

bool same_axes(const Model& a, const Model& b) {
  return a.start.actors() == b.start.actors() && a.start.issues() == b.start.issues() &&
         a.calendar.start == b.calendar.start && a.calendar.ticks == b.calendar.ticks &&
         a.calendar.step_days == b.calendar.step_days;
}

}  // namespace

void Ensemble::explain(std::vector<std::string> alignments) {
  explained = std::move(alignments);
  std::vector<Dyad> dyads;
  for (const auto& path : explained) dyads.push_back(dyad_of(path, roster()));
  std::vector<std::shared_ptr<const Model>> models;
  for (const auto& variant : variants) models.push_back(variant.model);
  chart = chart_of(models, std::move(dyads));
}

bool Ensemble::has_commitments() const {
  return std::any_of(variants.begin(), variants.end(),
                     [](const Variant& variant) { return !variant.model->start.pledges->empty(); });
}

bool Ensemble::has_votes() const {
  return std::any_of(variants.begin(), variants.end(), [](const Variant& variant) {
    const auto& rules = *variant.model->start.bloc_rules;
    return std::any_of(rules.begin(), rules.end(),
                       [](const BlocRule& rule) { return rule.votes(); });
  });
}

Ensemble ensemble_of(const Scenario& scenario, const std::vector<std::string>& variant_ids) {
  Ensemble ensemble;
  ensemble.seed = scenario.seed;
  for (const auto& path : scenario.output.watch) ensemble.paths.push_back(path);
  const auto metrics = metric_gauges();
  const auto base = compile(scenario, metrics);
  for (const auto& id : variant_ids) {
    const auto model = id == "base" ? base : compile(variant_of(scenario, id), *base, metrics);
    if (!same_axes(*model, *base))
      throw InputError(fmt::format(
          "variant {}: has other actors, issues or dates than the scenario, and cannot be compared",
          id));
    ensemble.variants.push_back({id, title_of(scenario, id), model});
  }
  ensemble.explain({scenario.output.explain.begin(), scenario.output.explain.end()});
  return ensemble;
}

}  // namespace entente

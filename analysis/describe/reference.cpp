#include "analysis/describe/reference.h"

#include <fmt/format.h>

#include "analysis/metrics/catalogue.h"
#include "sim/core/quantity.h"
#include "sim/events/cameo.h"

namespace entente {
namespace {

/// The declared parameters whose path begins so, with the rest of their path.
std::vector<ParameterEntry> parameters_below(const Dynamics& dynamics, const std::string& prefix) {
  std::vector<ParameterEntry> all;
  for (const auto& row : parameter_rows(dynamics))
    if (row.path.starts_with(prefix))
      all.push_back({row.path.substr(prefix.size()), row.value, row.unit, row.bounds, row.meaning});
  return all;
}

template <class Mechanism>
Entry mechanism_entry(const Dynamics& dynamics, const Mechanism& mechanism) {
  const std::string name(mechanism.name);
  return {name,
          std::string(mechanism.equation),
          "",
          "",
          std::string(mechanism.source),
          parameters_below(dynamics, "dynamics.alignment." + name + ".")};
}

template <class Layer>
EntryList effect_list(const std::string& layer, const Layer& dynamics) {
  EntryList list{fmt::format("Effects on {}", layer), "equation", {}};
  const auto add = [&](const auto& effect) {
    list.entries.push_back(
        {std::string(effect.name),
         std::string(effect.equation),
         std::string(effect.meaning),
         "",
         std::string(effect.source),
         {{fmt::format("dynamics.{}.{}", layer, effect.name), fmt::format("{}", effect.weight), "",
           describe(any_real()), "θ, the weight"}}});
  };
  for_each(dynamics.effects, add);
  add(dynamics.deterrence);
  return list;
}

EntryList covariate_list() {
  const std::string source = "Snijders, van de Bunt & Steglich 2010";
  const auto entry = [&](const char* name, const char* equation, const char* meaning) {
    return Entry{std::string(name) + ".NAME", equation, meaning, "", source, {}};
  };
  return {"Effects of covariates, on either layer",
          "equation",
          {entry("ego", "q_ij += θ x_i", "what the actor is"),
           entry("alter", "q_ij += θ x_j", "what the target is"),
           entry("similarity", "q_ij += θ (1 − |x_i − x_j| / range of x), less its mean",
                 "how alike the two are"),
           entry("dyadic", "q_ij += θ w_ij", "what lies between the two")}};
}

}  // namespace

std::vector<EntryList> mechanism_lists(const Dynamics& dynamics) {
  EntryList list{"Mechanisms of alignment", "equation", {}};
  const auto add = [&](const auto& each) {
    list.entries.push_back(mechanism_entry(dynamics, each));
  };
  for_each(dynamics.alignment.mechanisms, add);
  add(dynamics.alignment.noise);
  return {list};
}

std::vector<EntryList> effect_lists(const Dynamics& dynamics) {
  return {effect_list("sanctions", dynamics.choice.sanctions),
          effect_list("support", dynamics.choice.support), covariate_list()};
}

std::vector<EntryList> metric_lists() {
  EntryList list{"Metrics", "equation", {}};
  for_each(Metrics{}, [&](const auto& metric) {
    list.entries.push_back({std::string(metric.name),
                            std::string(metric.equation),
                            std::string(metric.meaning),
                            std::string(metric.unit),
                            std::string(metric.source),
                            {}});
  });
  return {list};
}

std::vector<EntryList> event_lists() {
  EntryList list{"CAMEO 1.1b3 codes, with their Goldstein scores", "score", {}};
  for (const auto& code : cameo_codes())
    list.entries.push_back({std::string(code.code),
                            fmt::format("{:+.1f}", code.goldstein),
                            std::string(code.name),
                            "",
                            "",
                            {}});
  return {list};
}

std::vector<EntryList> parameter_lists() {
  EntryList law{"Parameters of the law of motion", "default", {}},
      world{"Paths of the world", "use", {}};
  for (const auto& row : parameters_below(Dynamics{}, ""))
    law.entries.push_back(
        {row.path, row.value, row.meaning + " (" + row.bounds + ")", row.unit, "", {}});
  const auto add = [&](std::string_view path, bool set, std::string_view meaning) {
    world.entries.push_back(
        {std::string(path), set ? "read, set" : "read", std::string(meaning), "", "", {}});
  };
  for (const auto& form : path_forms())
    add(form.form, settable(form.kind),
        form.unit.empty() ? std::string(form.meaning)
                          : fmt::format("{}, in {}", form.meaning, form.unit));
  add("welfare.ACTOR", false, "the actor's real income relative to the start, as a share");
  add("metric.METRIC", false, "a metric of the world; entente list metrics names them");
  return {law, world};
}

}  // namespace entente

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "sim/scenario/check.h"
#include "sim/scenario/covariates.h"

namespace entente {
namespace {

/// One covariate that an effect uses: "democracy" by "dynamics.sanctions.ego.democracy".
struct Use {
  std::string name, path;
  bool dyadic;
};

template <class Layer>
void add_uses(const Layer& layer, const std::string& prefix, std::vector<Use>& uses) {
  CovariateEffects::for_each_family(
      layer.covariates, [&](std::string_view family, const auto& weights) {
        for (const auto& [name, weight] : weights)
          uses.push_back({name, fmt::format("{}{}.{}", prefix, family, name), family == "dyadic"});
      });
}

void check_use(const Check& check, const Use& use, const CovariateNames& names) {
  const auto& known = use.dyadic ? names.dyadic : names.actor;
  const Mark mark = check.mark_of_parameter(use.path);
  if (use.name != "capability" && std::find(known.begin(), known.end(), use.name) == known.end())
    return check.report.error(
        mark, no_such(use.dyadic ? "dyadic covariate" : "actor covariate", use.name, known));
  if (use.dyadic || use.name == "capability") return;
  for (const auto& actor : check.scenario.actors)
    if (!find(actor.covariates, use.name))
      check.report.error(actor.origin.entry,
                         fmt::format("{}: no covariate {}, which {} needs of every actor", actor.id,
                                     use.name, use.path));
}

template <class Entry>
void check_names_of_covariates(const Check& check, const std::vector<Entry>& entries,
                               const std::vector<std::string>& names) {
  for (const auto& entry : entries)
    for (const auto& [name, value, mark] : entry.covariates)
      if (name == "capability")
        check.report.error(mark, "capability: this covariate is always there, as ln(c / mean c)");
  if (names.size() > CovariateNames::most)
    check.report.error(Mark{}, fmt::format("{} covariates of {}s; at most {}", names.size(),
                                           Entry::key, CovariateNames::most));
}

void warn_of_fast_rates(const Check& check) {
  const double years = calendar_of(check.scenario).years_per_tick();
  for_each_parameter(check.scenario.dynamics, [&](const std::string& path, const auto& value,
                                                  const auto& parameter) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, double>) {
      const bool chosen =
          path.starts_with("dynamics.sanctions.") || path.starts_with("dynamics.support.");
      if (parameter.unit != "1/yr" || chosen || value * years <= 0.5) return;
      Mark mark = check.mark_of_parameter(path);
      if (!mark.known()) mark = mark_of(check.scenario, "step");
      check.report.warning(
          mark,
          fmt::format("{} = {} a year is fast for ticks of {} days (rate × Δt = {:.2g}, above "
                      "0.5): the integrator is inaccurate; take a shorter step",
                      path, value, check.scenario.step, value * years));
    }
  });
}

template <class Entry>
void warn_without_basis(const Check& check, const std::vector<Entry>& entries) {
  const Entry* first_of_table = nullptr;
  std::size_t rows = 0;
  for (const auto& entry : entries) {
    if (!entry.basis.empty()) continue;
    if (entry.origin.entry.file == 0) {
      check.report.warning(entry.origin.entry,
                           fmt::format("{}: numbers without basis; name a source, or write "
                                       "basis = \"estimate\"",
                                       Entry::key));
    } else {
      if (rows++ == 0) first_of_table = &entry;
    }
  }
  if (rows > 0)
    check.report.warning(
        first_of_table->origin.entry,
        fmt::format("{}: {} rows without basis, of which this is the first", Entry::key, rows));
}

void warn_of_loners(const Check& check) {
  if (check.scenario.relations.empty()) return;  // then that is what it is about
  std::set<std::string_view> related;
  for (const auto& relation : check.scenario.relations) {
    related.insert(relation.from);
    related.insert(relation.to);
  }
  for (const auto& actor : check.scenario.actors)
    if (!related.count(actor.id))
      check.report.warning(mark_of(actor, "id"),
                           fmt::format("{}: an actor with no relation", actor.id));
}

}  // namespace

Mark Check::mark_of_parameter(const std::string& path) const {
  const auto found = scenario.dynamics_marks.find(path);
  return found == scenario.dynamics_marks.end() ? Mark{} : found->second;
}

void check_dynamics(const Check& check) {
  const AlignmentDynamics& alignment = check.scenario.dynamics.alignment;
  if (alignment.self_ties && alignment.link == Link::tanh)
    check.report.error(check.mark_of_parameter("dynamics.alignment.self_ties"),
                       "self_ties: only with link = \"identity\"");
  const CovariateNames names = covariate_names(check.scenario);
  std::vector<Use> uses;
  add_uses(check.scenario.dynamics.choice.sanctions, "dynamics.sanctions.", uses);
  add_uses(check.scenario.dynamics.choice.support, "dynamics.support.", uses);
  for (const auto& use : uses)
    if (!check.report.full()) check_use(check, use, names);
  check_names_of_covariates(check, check.scenario.actors, names.actor);
  check_names_of_covariates(check, check.scenario.relations, names.dyadic);
}

void warn(const Check& check) {
  warn_of_fast_rates(check);
  for_each_section(check.scenario, [&](const auto& section) {
    if constexpr (requires { section.front().basis; }) warn_without_basis(check, section);
  });
  warn_of_loners(check);
}

}  // namespace entente

#include "sim/scenario/covariates.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace entente {
namespace {

constexpr const char* capability = "capability";

template <class Entry>
std::vector<std::string> named_in(const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  std::set<std::string, std::less<>> seen;
  for (const auto& entry : entries)
    for (const auto& weight : entry.covariates)
      if (seen.insert(weight.name).second) names.push_back(weight.name);
  return names;
}

/// The names that some effect gives a weight, actor covariates or dyadic ones.
std::set<std::string> used(const ChoiceDynamics& choice, bool dyadic) {
  std::set<std::string> names;
  const auto add = [&](std::string_view family, const auto& weights) {
    if ((family == "dyadic") != dyadic) return;
    for (const auto& [name, weight] : weights) names.insert(name);
  };
  CovariateEffects::for_each_family(choice.sanctions.covariates, add);
  CovariateEffects::for_each_family(choice.support.covariates, add);
  return names;
}

Table actor_table(const Scenario& scenario, const Names& names) {
  const auto n = static_cast<Index>(scenario.actors.size());
  Table table = Table::Zero(n, names.size());
  double mean = 0.0;
  for (const auto& actor : scenario.actors) mean += actor.capability / static_cast<double>(n);
  for (Index i = 0; i < n; ++i) {
    const ActorEntry& actor = scenario.actors[static_cast<std::size_t>(i)];
    for (const auto& [name, value, mark] : actor.covariates)
      if (const auto v = names.find(name)) table(i, *v) = value;
    table(i, *names.find(capability)) = std::log(actor.capability / mean);
  }
  return table;
}

}  // namespace

CovariateNames covariate_names(const Scenario& scenario) {
  return {named_in(scenario.actors), named_in(scenario.relations)};
}

std::shared_ptr<const Covariates> covariates_of(const Scenario& scenario, const Roster& roster) {
  std::set<std::string> of_actors = used(scenario.dynamics.choice, false);
  of_actors.erase(capability);
  std::vector<std::string> ordered{capability};
  ordered.insert(ordered.end(), of_actors.begin(), of_actors.end());
  const Names actor_names(std::move(ordered));

  const auto of_dyads = used(scenario.dynamics.choice, true);
  const Names dyadic_names(std::vector<std::string>(of_dyads.begin(), of_dyads.end()));
  const Index n = roster.actors.size();
  std::vector<Matrix> dyadic(of_dyads.size(), Matrix::Zero(n, n));
  for (const auto& relation : scenario.relations)
    for (const auto& [name, value, mark] : relation.covariates) {
      const auto v = dyadic_names.find(name);
      if (!v) continue;
      const Index i = *roster.actors.find(relation.from), j = *roster.actors.find(relation.to);
      dyadic[static_cast<std::size_t>(*v)](i, j) = value;
      if (relation.mutual) dyadic[static_cast<std::size_t>(*v)](j, i) = value;
    }
  return std::make_shared<Covariates>(actor_names, actor_table(scenario, actor_names), dyadic_names,
                                      std::move(dyadic));
}

}  // namespace entente

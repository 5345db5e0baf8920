#include "sim/choice/covariate_effects.h"

#include "sim/core/error.h"

namespace entente {
namespace {

/// The position of a covariate that the scenario's reader has found to exist.
Index known(const Names& names, const std::string& name) {
  const auto found = names.find(name);
  expects(found.has_value(), "a covariate that the world has: " + name);
  return *found;
}

}  // namespace

void CovariateEffects::add(const World& world, Index i, RowVector& q) const {
  const Covariates& x = *world.covariates;
  for (const auto& [name, weight] : ego)
    q.array() += weight * x.actor(known(x.actor_names(), name))(i);
  for (const auto& [name, weight] : alter)
    q += weight * x.actor(known(x.actor_names(), name)).transpose();
  for (const auto& [name, weight] : similarity)
    q += weight * x.similarity(known(x.actor_names(), name)).row(i);
  for (const auto& [name, weight] : dyadic)
    q += weight * x.dyadic(known(x.dyadic_names(), name)).row(i);
}

}  // namespace entente

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/core/covariates.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// The covariates that a scenario's actors and relations name, in order of appearance.
struct CovariateNames {
  static constexpr std::size_t most = 64;  ///< of each sort
  std::vector<std::string> actor, dyadic;
};
CovariateNames covariate_names(const Scenario& scenario);

/// The covariates as the effects use them: `capability` and those that have a weight. A dyad that
/// gives none has 0.
std::shared_ptr<const Covariates> covariates_of(const Scenario& scenario, const Roster& roster);

}  // namespace entente

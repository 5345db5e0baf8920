#pragma once

#include <string>
#include <vector>

#include "sim/choice/witness.h"

namespace entente {

/// One part of the utility of a step: an effect's, by its name ("hostility", "ego.democracy"), or
///
///   revealed     ±a_ij, what the initial level reveals
///   saturation   ∓θ_saturation (2ℓ ± 1) / L
///   change       −θ_change
///
/// with the upper sign for raising a level ℓ, the lower for lowering it.
struct Consideration {
  std::string name;
  double utility = 0.0;
};

/// Why an actor moved a level.
struct Reason {
  Decision decision;
  double utility = 0.0;
  std::vector<Consideration> considerations;  ///< those that are not 0; they sum to the utility
  Ministep::Alternative runner_up;            ///< the likeliest of the other alternatives
  double runner_up_utility = 0.0;
  double runner_up_probability = 0.0;
};

/// The reason of a choice that moves a level; the alternative picked must be one.
Reason reason_of(const Choice& choice);

}  // namespace entente

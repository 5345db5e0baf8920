#pragma once

#include <string>
#include <vector>

#include "sim/choice/witness.h"

namespace entente {

/// One part of the utility of a step: an effect's, by its name ("hostility", "ego.democracy"), or
///
///   revealed     ±a_ij, what the initial level reveals
///   saturation   ∓θ_saturation (2ℓ ± 1) / L
///   deterrence   −θ times what the threats that the step triggers are expected to cost
///   change       −θ_change
///
/// with the upper sign for raising a level ℓ, the lower for lowering it. Of a bloc that votes, each
/// is the capability-weighted mean of its members'.
struct Consideration {
  std::string name;
  double utility = 0.0;
};

/// Why a level moved. One that a commitment called for has no considerations and no runner-up: its
/// issuer did not choose between alternatives.
struct Reason {
  Decision decision;
  double utility = 0.0;
  std::vector<Consideration> considerations;  ///< those that are not 0; they sum to the utility
  Ministep::Alternative runner_up;            ///< the likeliest of the other alternatives
  double runner_up_utility = 0.0;
  double runner_up_probability = 0.0;
};

/// The reason of a choice that moves a level; the alternative picked must be one. Of a bloc, the
/// decision is that of its first member.
Reason reason_of(const Choice& choice);

}  // namespace entente

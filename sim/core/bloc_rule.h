#pragma once

#include <array>
#include <string_view>

#include "sim/core/types.h"

namespace entente {

/// How a bloc decides on sanctions.
enum class BlocDecision { none, unanimity, qualified_majority, leader };
constexpr std::array<std::string_view, 4> names_of(BlocDecision) {
  return {"none", "unanimity", "qualified-majority", "leader"};
}

/// A bloc's rule. Where it is not `none`, sanctions are the bloc's competence and not its members'
/// (the model page, section 4).
struct BlocRule {
  BlocDecision decision = BlocDecision::none;
  Index leader = -1;  ///< who decides alone under `leader`

  bool votes() const { return decision != BlocDecision::none; }
};

}  // namespace entente

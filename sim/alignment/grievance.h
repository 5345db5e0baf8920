#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Grievance: the target resents its sanctioner.
///
///   F −= γ S_ji        S: N×N intensity of sanctions, S_ji those that j holds on i; γ per year
///
/// Source: Galtung, World Politics 19 (1967) 378, on rally effects in the sanctioned state.
struct Grievance {
  static constexpr std::string_view name = "grievance";
  static constexpr std::string_view equation = "F −= γ S_ji";
  static constexpr std::string_view source =
      "the target's resentment of its sanctioner; Galtung 1967";
  double rate = 0.25;

  static constexpr auto parameters() {
    return std::tuple{
        Parameter{&Grievance::rate, "rate", "1/yr", at_least(0),
                  "how fast full sanctions lower the target's alignment with their sender"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    for (Index a = i.first; a < i.first + i.count; ++a) {
      auto forcing = drift.forcing({a, 1});
      for (const auto& [j, intensity] : world.sanctions().held_on(a))
        forcing(0, j) -= rate * intensity;
    }
  }
};

}  // namespace entente

#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Dependence: whoever one lives by, one courts.
///
///   F += δ D_ij        D: N×N dependence; δ per year
///
/// Source: Hirschman, National Power and the Structure of Foreign Trade (1945).
struct Dependence {
  static constexpr std::string_view name = "dependence";
  static constexpr std::string_view equation = "F += δ D_ij";
  static constexpr std::string_view source = "Hirschman 1945";
  double rate = 0.3;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Dependence::rate, "rate", "1/yr", at_least(0),
                                "how fast dependence on an actor raises alignment with it"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.forcing(i) += rate * rows(world.dependence, i);
  }
};

}  // namespace entente

#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Inertia: affinity reverts to its structural value.
///
///   F −= κ (Z − Z̄)        Z, Z̄: N×N affinity and structural affinity; κ per year
///
/// Source: the Ornstein–Uhlenbeck process (Uhlenbeck & Ornstein, Phys. Rev. 36 (1930) 823).
struct Inertia {
  static constexpr std::string_view name = "inertia";
  static constexpr std::string_view equation = "F −= κ (Z − Z̄)";
  static constexpr std::string_view source = "Uhlenbeck & Ornstein 1930";
  double rate = 0.6;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Inertia::rate, "rate", "1/yr", at_least(0),
                                "how fast affinity reverts to its structural value"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.forcing(i) -= rate * (rows(world.affinity, i) - rows(world.benchmark->affinity, i));
  }
};

}  // namespace entente

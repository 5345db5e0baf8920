#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Pacts: treaty commitments are kept, and bind.
///
///   F += π P_ij        P: N×N treaty commitment, symmetric; π per year
///
/// Source: Leeds, International Organization 57 (2003) 801.
struct Pacts {
  static constexpr std::string_view name = "pacts";
  static constexpr std::string_view equation = "F += π P_ij";
  static constexpr std::string_view source = "Leeds 2003";
  static constexpr bool standing = true;
  double rate = 0.25;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Pacts::rate, "rate", "1/yr", at_least(0),
                                "how fast a full treaty commitment raises alignment"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.forcing(i) += rate * rows(world.pact, i);
  }
};

}  // namespace entente

#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Influence: clients adopt their patrons' stances, each in proportion to the dependence on it.
///
///   dZ_ij/dt = φ Σ_k≠j D_ik (A_kj − A_ij):   B += φ D;  F −= φ (rowsum(D)_i − D_ij) A_ij
///
/// D: N×N dependence; φ per year.
///
/// Source: DeGroot, JASA 69 (1974) 118; Friedkin & Johnsen, J. Math. Sociology 15 (1990) 193.
struct Influence {
  static constexpr std::string_view name = "influence";
  static constexpr std::string_view equation = "B += φ D;  F −= φ (rowsum(D)_i − D_ij) A_ij";
  static constexpr std::string_view source = "DeGroot 1974; Friedkin & Johnsen 1990";
  double rate = 0.3;

  static constexpr auto parameters() {
    return std::tuple{
        Parameter{&Influence::rate, "rate", "1/yr", at_least(0),
                  "how fast an actor adopts the stances of those on whom it depends"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.op(i) += rate * rows(world.dependence, i);
    for (Index a = i.first; a < i.first + i.count; ++a) {
      const auto shares = world.dependence.row(a).array();
      drift.forcing({a, 1}).array() -=
          rate * (shares.sum() - shares) * world.alignment.row(a).array();
    }
  }
};

}  // namespace entente

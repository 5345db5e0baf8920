#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Reciprocity: stances are returned.
///
///   F += ρ (Aᵀ − A)        A: N×N alignment; ρ per year
///
/// Source: Keohane, International Organization 40 (1986) 1.
struct Reciprocity {
  static constexpr std::string_view name = "reciprocity";
  static constexpr std::string_view equation = "F += ρ (Aᵀ − A)";
  static constexpr std::string_view source = "Keohane 1986";
  double rate = 0.4;

  static constexpr auto parameters() {
    return std::tuple{
        Parameter{&Reciprocity::rate, "rate", "1/yr", at_least(0),
                  "how fast an actor's stance follows the other's stance towards it"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.forcing(i) += rate * (transposed_rows(world.alignment, i) - rows(world.alignment, i));
  }
};

}  // namespace entente

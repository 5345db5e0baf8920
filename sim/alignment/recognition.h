#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Recognition: a dyad in which one does not recognise the other is dragged down.
///
///   F −= μ (1 − min(R_ij, R_ji))        R: N×N recognition; μ per year
///
/// Source: none published; recognition as a precondition of normal relations is Entente's reading.
struct Recognition {
  static constexpr std::string_view name = "recognition";
  static constexpr std::string_view equation = "F −= μ (1 − min(R_ij, R_ji))";
  static constexpr std::string_view source = "non-recognition as a drag on a dyad";
  static constexpr bool standing = true;
  double rate = 0.2;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Recognition::rate, "rate", "1/yr", at_least(0),
                                "how fast non-recognition lowers alignment, both ways"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.forcing(i) -= rate * rows(world.non_recognition(), i);
  }
};

}  // namespace entente

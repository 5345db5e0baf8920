#pragma once

#include "sim/core/world.h"

namespace entente::support {

/// Alliance: treaties are honoured in war.
///
///   q_ij += θ P_ij        P: N×N treaty commitment
///
/// Source: Leeds, International Organization 57 (2003) 801.
struct Alliance {
  static constexpr std::string_view name = "alliance";
  static constexpr std::string_view equation = "q_ij += θ P_ij";
  static constexpr std::string_view source = "Leeds 2003";
  static constexpr std::string_view meaning =
      "how much a treaty with the belligerent favours supporting it";
  double weight = 2.0;

  void add(const World& world, Index i, RowVector& q) const { q += weight * world.pact.row(i); }
};

}  // namespace entente::support

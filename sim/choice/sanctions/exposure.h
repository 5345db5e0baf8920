#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Exposure: one does not cut the branch on which one sits.
///
///   q_ij −= θ D_ij        D: N×N dependence of the sender on the target
///
/// Source: Hirschman (1945); Farrell & Newman, International Security 44 (2019) 42.
struct Exposure {
  static constexpr std::string_view name = "exposure";
  static constexpr std::string_view equation = "q_ij −= θ D_ij";
  static constexpr std::string_view source = "Hirschman 1945; Farrell & Newman 2019";
  static constexpr std::string_view meaning =
      "how much the sender's dependence on the target deters sanctions";
  double weight = 30.0;

  void add(const World& world, Index i, RowVector& q) const {
    q -= weight * world.dependence.row(i);
  }
};

}  // namespace entente::sanctions

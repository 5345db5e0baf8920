#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Outdegree: what a notch of sanctions costs whoever the target is.
///
///   q_ij += θ
///
/// Source: Snijders, Sociological Methodology 31 (2001) 361: the density effect.
struct Outdegree {
  static constexpr std::string_view name = "outdegree";
  static constexpr std::string_view equation = "q_ij += θ";
  static constexpr std::string_view source = "Snijders 2001";
  static constexpr std::string_view meaning =
      "the cost of a notch of sanctions, whoever the target";
  double weight = -5.0;

  void add(const World&, Index, RowVector& q) const { q.array() += weight; }
};

}  // namespace entente::sanctions

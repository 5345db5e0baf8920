#pragma once

#include "sim/core/world.h"

namespace entente::support {

/// Outdegree: what a notch of support costs whoever receives it.
///
///   q_ij += θ
///
/// Source: Snijders, Sociological Methodology 31 (2001) 361: the density effect.
struct Outdegree {
  static constexpr std::string_view name = "outdegree";
  static constexpr std::string_view equation = "q_ij += θ";
  static constexpr std::string_view source = "Snijders 2001";
  static constexpr std::string_view meaning = "the cost of a notch of support, whoever receives it";
  double weight = -4.0;

  void add(const World&, Index, RowVector& q) const { q.array() += weight; }
};

}  // namespace entente::support

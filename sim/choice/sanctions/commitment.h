#pragma once

#include "sim/core/world.h"

namespace entente::sanctions {

/// Commitment: who has honoured a commitment sustains its response while the condition holds.
///
///   q_ij += θ C_ij        C: 1 where the response raised sanctions, −1 where it lowered them
///
/// Source: Fearon, American Political Science Review 88 (1994) 577, on audience costs.
struct Commitment {
  static constexpr std::string_view name = "commitment";
  static constexpr std::string_view equation = "q_ij += θ C_ij";
  static constexpr std::string_view source = "Fearon 1994";
  static constexpr std::string_view meaning =
      "how much an honoured commitment sustains its response while its condition holds";
  double weight = 4.0;

  void add(const World& world, Index i, RowVector& q) const {
    for (std::size_t k = 0; k < world.commitments.size(); ++k) {
      const Pledge& pledge = (*world.pledges)[k];
      if (pledge.layer == ChoiceLayer::sanctions && pledge.by == i)
        q(pledge.target) += weight * world.commitments[k].sustains();
    }
  }
};

}  // namespace entente::sanctions

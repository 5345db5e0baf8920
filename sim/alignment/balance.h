#pragma once

#include <algorithm>
#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Structural balance: the friend of my friend, and the enemy of my enemy, is my friend.
///
///   B += β A diag(ω)        A: N×N alignment, ω: N capability shares; β per year
///
/// With `weighting = "uniform"` 1/(N−2), the number of third parties, takes the place of ω; with
/// self-ties B = β A, so that β = 1 alone is the matrix Riccati equation dX/dt = X².
///
/// Source: Heider, J. Psychology 21 (1946) 107; Cartwright & Harary, Psych. Review 63 (1956) 277;
/// continuous form: Marvel, Kleinberg, Kleinberg & Strogatz, PNAS 108 (2011) 1771.
struct Balance {
  static constexpr std::string_view name = "balance";
  static constexpr std::string_view equation = "B += β A diag(ω)";
  static constexpr std::string_view source =
      "Heider 1946; Cartwright & Harary 1956; Marvel et al. 2011";
  double rate = 1.2;
  Weighting weighting = Weighting::capability;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Balance::rate, "rate", "1/yr", at_least(0),
                                "how fast friends' stances are adopted and enemies' opposed"},
                      Parameter{&Balance::weighting, "weighting", "", any_real(),
                                "whether third parties count by capability or alike"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    const auto alignment = rows(world.alignment, i);
    if (world.self_ties) {
      drift.op(i) += rate * alignment;
    } else if (weighting == Weighting::uniform) {
      drift.op(i) += rate / third_parties(world) * alignment;
    } else {
      drift.op(i) += rate * alignment * world.share.asDiagonal();
    }
  }

 private:
  static double third_parties(const World& world) {
    return static_cast<double>(std::max<Index>(world.actors() - 2, 1));
  }
};

}  // namespace entente

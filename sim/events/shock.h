#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/core/draws.h"
#include "sim/core/world.h"

namespace entente {

/// How a shock's draws are distributed: N(0, 1), or uniformly within (−1, 1).
enum class ShockDistribution { normal, uniform };
constexpr std::array<std::string_view, 2> names_of(ShockDistribution) {
  return {"normal", "uniform"};
}

constexpr std::string_view name_of(ShockDistribution distribution) {
  return names_of(distribution)[static_cast<std::size_t>(distribution)];
}

/// A random jolt to many dyads at once, which may also make a random start:
///
///   Z_ij += mean + spread ξ_ij        i ≠ j among the actors (i = j too under self-ties)
///
/// ξ: N×N, independent draws of the distribution, or ξ_ij = ξ_ji where it is mutual; mean and
/// spread in affinity. Each ξ_ij is a function of the replicate, the tick, the shock and (i, j)
/// alone, so that a shock of fewer actors jolts the dyads that remain as before.
struct Shock {
  std::vector<Index> actors;
  ShockDistribution distribution = ShockDistribution::normal;
  double mean = 0.0;
  double spread = 0.0;
  bool mutual = false;
  std::uint32_t stream = 0;  ///< the index of its draws, below 2²⁸

  /// ξ of the tick that begins in `world`, N×N, those of all actors.
  Matrix draws_in(const World& world, const Draws& draws) const;
  void apply(World& world, const Draws& draws) const;
};

}  // namespace entente

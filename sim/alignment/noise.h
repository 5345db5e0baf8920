#pragma once

#include <cmath>
#include <tuple>

#include "sim/core/normals.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Noise: what no mechanism explains.
///
///   Z += scale · √Δt · ξ,   ξ_ij iid N(0, 1);   scale in yr^−½, Δt in years
///
/// Source: the Euler–Maruyama scheme (Maruyama 1955).
struct Noise {
  static constexpr std::string_view name = "noise";
  static constexpr std::string_view equation = "Z += noise √Δt ξ,  ξ iid N(0, 1)";
  static constexpr std::string_view source = "Maruyama 1955";
  double scale = 0.12;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Noise::scale, "scale", "yr^-1/2", at_least(0),
                                "standard deviation of what moves affinity unexplained in a year"}};
  }

  /// The draws of the tick that begins in `world`, dyad by dyad in row order.
  static Normals draws_of(const World& world, const Draws& draws) {
    return Normals(draws.bulk_stream(Purpose::noise, world.tick, 0));
  }

  /// Perturbs rows i, the next in order, by what a step of `years` brings.
  void perturb(World& world, Rows i, double years, Normals& xi) const {
    auto z = strip(world.affinity, i);
    if (scale != 0.0) xi.add_to(z.data(), z.size(), scale * std::sqrt(years));
  }
};

}  // namespace entente

#pragma once

#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <tuple>

#include "sim/core/draws.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Noise: what no mechanism explains.
///
///   Z += scale · √Δt · ξ,   ξ_ij iid N(0, 1);   scale in yr^−½, Δt in years
///
/// Row i draws from a stream of its own. Source: the Euler–Maruyama scheme (Maruyama 1955).
struct Noise {
  static constexpr std::string_view name = "noise";
  static constexpr std::string_view equation = "Z += noise √Δt ξ,  ξ iid N(0, 1)";
  static constexpr std::string_view source = "Maruyama 1955";
  double scale = 0.12;

  static constexpr auto parameters() {
    return std::tuple{Parameter{&Noise::scale, "scale", "yr^-1/2", at_least(0),
                                "standard deviation of what moves affinity unexplained in a year"}};
  }

  void perturb(World& world, double years, const Draws& draws) const {
    if (scale == 0.0) return;
    const double step = scale * std::sqrt(years);
    for (Index i = 0; i < world.actors(); ++i) {
      auto stream = draws.stream(Purpose::noise, world.tick, i);
      boost::random::normal_distribution<double> standard;
      for (Index j = 0; j < world.actors(); ++j) {
        const double xi = standard(stream);
        if (i != j || world.self_ties) world.affinity(i, j) += step * xi;
      }
    }
  }
};

}  // namespace entente

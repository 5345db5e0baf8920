#pragma once

#include <vector>

#include "analysis/metrics/catalogue.h"
#include "tests/scenes/scenes.h"

namespace entente::test {

/// A world that stands as it is: no law moves it, and its start is now.
inline Simulation standing(World world) {
  return {scenes::model(std::move(world), scenes::still(), 0), Draws(1, 0)};
}

/// Actors of equal capability with these alignments (any numbers) and nothing else.
inline World aligned(const Matrix& alignment) {
  World world(scenes::roster(alignment.rows()), 4, 4);
  world.alignment = alignment;
  world.alignment.diagonal().setZero();
  return world;
}

/// Actors of these capabilities.
inline World with_capability(World world, const Vector& capability) {
  world.capability = capability;
  world.share = (capability / capability.sum()).transpose();
  return world;
}

/// Alignment `within` between actors of the same group and `across` between those of different.
inline Matrix grouped(const std::vector<int>& group, double within = 1.0, double across = -1.0) {
  const auto n = static_cast<Index>(group.size());
  Matrix alignment(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j) {
      const bool same = group[static_cast<std::size_t>(i)] == group[static_cast<std::size_t>(j)];
      alignment(i, j) = i == j ? 0.0 : same ? within : across;
    }
  return alignment;
}

/// One metric of a world as it stands.
template <class Metric>
double value(World world) {
  const Simulation simulation = standing(std::move(world));
  return Metric{}(Observation(simulation));
}

}  // namespace entente::test

#include "sim/engine/model.h"

#include <utility>

#include "sim/choice/ministep.h"

namespace entente {
namespace {

/// B·A + F of all mechanisms but inertia.
Matrix drift_without_inertia(const World& world, Mechanisms mechanisms) {
  std::get<Inertia>(mechanisms).rate = 0.0;
  Drift drift(world.actors());
  contribute(mechanisms, world, {0, world.actors()}, drift);
  drift.multiply(world.alignment);
  return drift.total();
}

Matrix structural_affinity(const World& world, const AlignmentDynamics& dynamics,
                           const std::vector<OwnBaseline>& own) {
  Matrix structural = world.affinity;
  for (const auto& [from, to, alignment] : own)
    structural(from, to) = affinity_of(alignment, world.link);
  const double rate = std::get<Inertia>(dynamics.mechanisms).rate;
  if (dynamics.baseline == Baseline::benchmark && rate > 0.0)
    structural -= drift_without_inertia(world, dynamics.mechanisms) / rate;
  if (!world.self_ties) structural.diagonal().setZero();
  return structural;
}

}  // namespace

std::shared_ptr<const Benchmark> benchmark_of(const World& world, const Dynamics& dynamics,
                                              const std::vector<OwnBaseline>& own) {
  auto benchmark = std::make_shared<Benchmark>();
  benchmark->affinity = structural_affinity(world, dynamics.alignment, own);
  benchmark->gravity = benchmark_gravity(world, dynamics.dependence);
  benchmark->home = world.home_at_start;
  benchmark->sanctions = revealed_preferences(world, dynamics.choice, ChoiceLayer::sanctions);
  benchmark->support = revealed_preferences(world, dynamics.choice, ChoiceLayer::support);
  return benchmark;
}

}  // namespace entente

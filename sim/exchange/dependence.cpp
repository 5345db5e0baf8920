#include "sim/exchange/dependence.h"

#include <cmath>

#include "sim/core/elementwise.h"

namespace entente {
namespace {

/// exp(η A_ij − ζ_i D_ij) (1 − τ S_ij)(1 − τ S_ji) toward every j, into `v` (N).
void pull(const World& world, const ExchangeDynamics& dynamics, Index i, double diversification,
          Eigen::Ref<RowVector> v) {
  v = dynamics.alignment * world.alignment.row(i) - diversification * world.dependence.row(i);
  exp_in_place(v);
  const double tau = dynamics.blockade;
  for (const auto& [j, intensity] : world.sanctions().held_by(i)) v(j) *= 1.0 - tau * intensity;
  for (const auto& [j, intensity] : world.sanctions().held_on(i)) v(j) *= 1.0 - tau * intensity;
}

}  // namespace

void advance_exchange(World& world, const ExchangeDynamics& dynamics, Rows i, double years) {
  if (dynamics.rate == 0.0) return;
  RowVector v(world.actors());
  for (Index a = i.first; a < i.first + i.count; ++a) {
    pull(world, dynamics, a, world.diversification(a), v);
    v.array() *= world.benchmark->gravity.row(a).array();
    const double share_of_one = 1.0 / (world.benchmark->home(a) + v.sum());
    auto shares = world.dependence.row(a);
    shares += years * dynamics.rate * (v * share_of_one - shares);
  }
}

Matrix benchmark_gravity(const World& world, const ExchangeDynamics& dynamics) {
  Matrix gravity = world.dependence;
  RowVector v(world.actors());
  for (Index i = 0; i < world.actors(); ++i) {
    pull(world, dynamics, i, dynamics.diversification, v);
    gravity.row(i).array() /= v.array();
  }
  return gravity;
}

double welfare(const World& world, const ExchangeDynamics& dynamics, Index i) {
  return std::pow(world.home_share(i) / world.home_at_start(i), -1.0 / dynamics.elasticity) - 1.0;
}

}  // namespace entente

#include "sim/exchange/dependence.h"

#include <cmath>

#include "sim/core/elementwise.h"

namespace entente {
namespace {

/// exp(η A_ij − ζ_i D_ij) (1 − τ S_ij)(1 − τ S_ji) of every dyad.
void pull(const World& world, const ExchangeDynamics& dynamics, const Vector& diversification,
          Matrix& v) {
  v = dynamics.alignment * world.alignment;
  v.noalias() -= diversification.asDiagonal() * world.dependence;
  exp_in_place(v);
  const Matrix& s = world.sanctions().intensity();
  const double tau = dynamics.blockade;
  for (Index i = 0; i < world.actors(); ++i) {
    if (!world.sanctions().any_by(i)) continue;
    for (Index j = 0; j < world.actors(); ++j) {
      if (s(i, j) == 0.0) continue;
      v(i, j) *= 1.0 - tau * s(i, j);
      v(j, i) *= 1.0 - tau * s(i, j);
    }
  }
}

}  // namespace

void exchange_drift(const World& world, const ExchangeDynamics& dynamics, Matrix& drift) {
  pull(world, dynamics, world.diversification, drift);
  for (Index i = 0; i < world.actors(); ++i) {
    auto v = drift.row(i);
    v.array() *= world.benchmark->gravity.row(i).array();
    const double all = world.benchmark->home(i) + v.sum();
    v = dynamics.rate * (v / all - world.dependence.row(i));
  }
}

Matrix benchmark_gravity(const World& world, const ExchangeDynamics& dynamics) {
  Matrix v;
  pull(world, dynamics, Vector::Constant(world.actors(), dynamics.diversification), v);
  return world.dependence.cwiseQuotient(v);
}

double welfare(const World& world, const ExchangeDynamics& dynamics, Index i) {
  return std::pow(world.home_share(i) / world.home_at_start(i), -1.0 / dynamics.elasticity) - 1.0;
}

}  // namespace entente

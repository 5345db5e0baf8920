#include "sim/exchange/dependence.h"

#include <cmath>

#include "sim/core/elementwise.h"

namespace entente {
namespace {

/// Room for a number on every dyad of `count` actors with all others, which each thread keeps from
/// one tick to the next. Rows are as far apart as vector registers like them.
Matrix& room_for(Index count, Index actors) {
  thread_local Matrix room;
  const Index columns = (actors + 3) / 4 * 4;
  if (room.rows() < count || room.cols() != columns) room.setZero(count, columns);
  return room;
}

/// exp(η A_ij − ζ_i D_ij) (1 − τ S_ij)(1 − τ S_ji) of rows i toward every j, into the first rows of
/// `v`; ζ_i = diversification(i).
template <class Diversification>
void pull(const World& world, const ExchangeDynamics& dynamics, Rows i,
          const Diversification& diversification, Matrix& v) {
  for (Index k = 0; k < i.count; ++k) {
    const Index a = i.first + k;
    v.row(k).head(world.actors()) =
        dynamics.alignment * world.alignment.row(a) - diversification(a) * world.dependence.row(a);
  }
  exp_in_place(strip(v, {0, i.count}));
  const double tau = dynamics.blockade;
  for (Index k = 0; k < i.count; ++k) {
    const Index a = i.first + k;
    for (const auto& [j, intensity] : world.sanctions().held_by(a))
      v(k, j) *= 1.0 - tau * intensity;
    for (const auto& [j, intensity] : world.sanctions().held_on(a))
      v(k, j) *= 1.0 - tau * intensity;
  }
}

}  // namespace

void advance_exchange(World& world, const ExchangeDynamics& dynamics, Rows i, double years) {
  if (dynamics.rate == 0.0) return;
  Matrix& pulls = room_for(i.count, world.actors());
  pull(world, dynamics, i, world.diversification, pulls);
  for (Index k = 0; k < i.count; ++k) {
    const Index a = i.first + k;
    auto v = pulls.row(k).head(world.actors());
    v.array() *= world.benchmark->gravity.row(a).array();
    const double share_of_one = 1.0 / (world.benchmark->home(a) + v.sum());
    auto shares = world.dependence.row(a);
    shares += years * dynamics.rate * (v * share_of_one - shares);
  }
}

Matrix benchmark_gravity(const World& world, const ExchangeDynamics& dynamics) {
  const Index n = world.actors();
  Matrix& pulls = room_for(n, n);
  pull(
      world, dynamics, {0, n}, [&](Index) { return dynamics.diversification; }, pulls);
  return world.dependence.array() / pulls.topLeftCorner(n, n).array();
}

double welfare(const World& world, const ExchangeDynamics& dynamics, Index i) {
  return std::pow(world.home_share(i) / world.home_at_start(i), -1.0 / dynamics.elasticity) - 1.0;
}

}  // namespace entente

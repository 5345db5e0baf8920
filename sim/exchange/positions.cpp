#include "sim/exchange/positions.h"

namespace entente {

void position_drift(const World& world, const PositionDynamics& dynamics, Table& drift) {
  drift = dynamics.inertia * (world.position_at_start - world.position);
  if (world.issues() == 0 || dynamics.influence == 0.0) return;
  for (Index i = 0; i < world.actors(); ++i) {
    const RowVector friendship = world.alignment.row(i).cwiseMax(0.0).cwiseProduct(world.share);
    const double total = friendship.sum();
    if (total == 0.0) continue;
    drift.row(i) +=
        dynamics.influence * (friendship / total * world.position - world.position.row(i));
  }
}

}  // namespace entente

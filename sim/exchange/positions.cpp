#include "sim/exchange/positions.h"

namespace entente {

void position_drift(const World& world, const PositionDynamics& dynamics, Table& drift) {
  drift = dynamics.inertia * (world.position_at_start - world.position);
  if (world.issues() == 0 || dynamics.influence == 0.0) return;
  RowVector friendship(world.actors());
  for (Index i = 0; i < world.actors(); ++i) {
    friendship = world.alignment.row(i).cwiseMax(0.0).cwiseProduct(world.share);
    const double total = friendship.sum();
    if (total == 0.0) continue;
    for (Index k = 0; k < world.issues(); ++k)
      drift(i, k) += dynamics.influence *
                     (friendship.dot(world.position.col(k)) / total - world.position(i, k));
  }
}

}  // namespace entente

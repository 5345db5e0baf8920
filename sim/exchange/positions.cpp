#include "sim/exchange/positions.h"

namespace entente {

void position_drift(const World& world, const PositionDynamics& dynamics, Rows i, Table& drift) {
  rows(drift, i) = dynamics.inertia * (rows(world.position_at_start, i) - rows(world.position, i));
  if (world.issues() == 0 || dynamics.influence == 0.0) return;
  thread_local RowVector friendship;  // kept, so that a tick allocates nothing
  for (Index a = i.first; a < i.first + i.count; ++a) {
    friendship = world.alignment.row(a).cwiseMax(0.0).cwiseProduct(world.share);
    const double total = friendship.sum();
    if (total == 0.0) continue;
    for (Index k = 0; k < world.issues(); ++k)
      drift(a, k) += dynamics.influence *
                     (friendship.dot(world.position.col(k)) / total - world.position(a, k));
  }
}

}  // namespace entente

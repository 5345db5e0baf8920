#include "sim/events/shock.h"

#include <algorithm>

#include "sim/core/normals.h"

namespace entente {
namespace {

/// Fills a layer, row by row, with draws from (−1, 1): the middles of 2⁵² cells, one number each.
void fill_uniformly(BulkStream stream, Matrix& xi) {
  const auto count = static_cast<std::size_t>(xi.size());
  for (std::size_t begin = 0; begin < count; begin += BulkStream::numbers) {
    const auto& numbers = stream.next();
    const std::size_t some = std::min(BulkStream::numbers, count - begin);
    for (std::size_t k = 0; k < some; ++k)
      xi.data()[begin + k] = (static_cast<double>(numbers[k] >> 12U) + 0.5) * 0x1p-51 - 1.0;
  }
}

}  // namespace

Matrix Shock::draws_in(const World& world, const Draws& draws) const {
  Matrix xi = Matrix::Zero(world.actors(), world.actors());
  const BulkStream numbers = draws.bulk_stream(Purpose::shock, world.tick, stream);
  if (distribution == ShockDistribution::normal)
    Normals(numbers).add_to(xi.data(), xi.size(), 1.0);
  else
    fill_uniformly(numbers, xi);
  for (Index i = 0; mutual && i < xi.rows(); ++i)
    for (Index j = 0; j < i; ++j) xi(i, j) = xi(j, i);
  return xi;
}

void Shock::apply(World& world, const Draws& draws) const {
  const Matrix xi = draws_in(world, draws);
  for (const Index i : actors)
    for (const Index j : actors)
      if (i != j || world.self_ties)
        world.set_affinity(i, j, world.affinity(i, j) + mean + spread * xi(i, j));
}

}  // namespace entente

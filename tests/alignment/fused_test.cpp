#include "sim/alignment/fused.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/alignment/dynamics.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

/// Expects that the moving mechanisms add the same bits, block of rows by block of rows, as their
/// `contribute` one after the other.
void expect_the_same(const Mechanisms& mechanisms, const World& world) {
  const Index n = world.actors();
  Drift standing(n), plain(n), moving(n);
  contribute_standing(mechanisms, world, {0, n}, standing);
  plain.begin({0, n}, standing);
  contribute_if(mechanisms, world, {0, n}, plain,
                []<class M>(const M&) { return !is_standing<M>; });
  for (Index first = 0; first < n; first += 8)
    contribute_moving(mechanisms, world, {first, std::min<Index>(8, n - first)}, standing, moving);
  EXPECT_EQ(moving.op({0, n}), plain.op({0, n}));
  EXPECT_EQ(moving.forcing({0, n}), plain.forcing({0, n}));
}

World world_of(Index actors) {
  return scenes::model(scenes::random_world(actors, 5), Dynamics{}, 1)->start;
}

TEST(Fused, AddsTheSameBitsAsTheMechanismsOneByOne) {
  for (const Index actors : {1, 2, 3, 5, 8, 13, 40}) {
    SCOPED_TRACE(actors);
    EXPECT_TRUE(Fused::applies(Mechanisms{}, world_of(actors)));
    expect_the_same(Mechanisms{}, world_of(actors));
  }
}

TEST(Fused, StandsBackWhereOneOfTheMechanismsIsOffOrDifferent) {
  const World world = world_of(13);
  Mechanisms without_influence, uniform;
  std::get<Influence>(without_influence).rate = 0.0;
  std::get<Balance>(uniform).weighting = Weighting::uniform;
  for (const auto& mechanisms : {without_influence, uniform}) {
    EXPECT_FALSE(Fused::applies(mechanisms, world));
    expect_the_same(mechanisms, world);
  }
}

}  // namespace
}  // namespace entente

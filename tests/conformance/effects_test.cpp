// What holds for every effect on choices in the two catalogues, and for whichever is added to them.

#include <set>

#include "tests/conformance/worlds.h"

namespace entente {
namespace {

constexpr Index actors = 11;

/// What an effect adds to q of every actor, N×N.
template <class Effect>
Matrix part_of(const Effect& effect, const World& world, double already = 0.0) {
  Matrix part(actors, actors);
  for (Index i = 0; i < actors; ++i) {
    RowVector q = RowVector::Constant(actors, already);
    effect.add(world, i, q);
    part.row(i) = q.array() - already;
  }
  return part;
}

template <class Effect>
Effect at_weight(double weight) {
  Effect effect;
  effect.weight = weight;
  return effect;
}

/// Adds a response that is due: the commitment was honoured and its condition holds.
void honour(World& world, ChoiceLayer layer, Index by, Index target, double direction) {
  scenes::pledge(world, {.by = by, .layer = layer, .target = target});
  CommitmentState& state = world.commitments.back();
  state.outcome = Outcome::honoured;
  state.held = true;
  state.direction = direction;
}

/// A random world with ten times the sanctions, so that structures of them exist, and with
/// responses due.
World sanctioning_world() {
  World world = scenes::random_world(actors, 95);
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j)
      if (i != j && (3 * i + 5 * j) % 4 == 0)
        world.set_level(ChoiceLayer::sanctions, i, j, static_cast<int>(1 + (i + j) % 4));
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support}) {
    honour(world, layer, 2, 5, 1.0);
    honour(world, layer, 3, 1, -1.0);
  }
  return world;
}

template <class Effect>
struct EffectConformance : ::testing::Test {
  const World world = sanctioning_world();
  const Effect effect = at_weight<Effect>(1.3);
};
template <class Effect>
struct SanctionsEffectConformance : EffectConformance<Effect> {};
template <class Effect>
struct SupportEffectConformance : EffectConformance<Effect> {};
TYPED_TEST_SUITE(SanctionsEffectConformance, conformance::TypesOf<sanctions::Effects>,
                 conformance::EntryName);
TYPED_TEST_SUITE(SupportEffectConformance, conformance::TypesOf<support::Effects>,
                 conformance::EntryName);

template <class Effect>
void expect_conformance(const Effect& effect, const World& world) {
  conformance::expect_to_be_declared<Effect>();
  EXPECT_FALSE(Effect::meaning.empty());
  EXPECT_TRUE(std::isfinite(Effect{}.weight));
  const Matrix part = part_of(effect, world);
  EXPECT_TRUE(part.allFinite());
  EXPECT_GT(part.cwiseAbs().sum(), 0.0) << "adds nothing";
  EXPECT_LT(scenes::apart(part, part_of(effect, world, 10.0)), 1e-13) << "adds not its part alone";
  EXPECT_TRUE(part_of(at_weight<Effect>(0.0), world).isZero(0.0)) << "weight 0";
  EXPECT_LT(scenes::apart<Matrix>(3.0 * part, part_of(at_weight<Effect>(3 * effect.weight), world)),
            1e-13)
      << "is not linear in its weight";
  const auto order = scenes::random_order(actors, 96);
  EXPECT_LT(scenes::apart(part_of(effect, scenes::relabelled(world, order)),
                          scenes::relabelled(part, order)),
            1e-13)
      << "is not permuted by relabelling";
}

TYPED_TEST(SanctionsEffectConformance, Holds) { expect_conformance(this->effect, this->world); }
TYPED_TEST(SupportEffectConformance, Holds) { expect_conformance(this->effect, this->world); }

/// q of an actor under one effect alone, by the layer's own sum.
template <class Layer, class Effect>
RowVector by_the_layer(Layer layer, const Effect& effect, const World& world) {
  for_each(layer.effects, [](auto& each) { each.weight = 0.0; });
  std::get<Effect>(layer.effects) = effect;
  RowVector q;
  layer.utility_per_notch(world, 2, q);
  return q;
}

TYPED_TEST(SanctionsEffectConformance, IsAloneWhatItIsInTheLayer) {
  EXPECT_EQ(by_the_layer(SanctionsDynamics{}, this->effect, this->world),
            part_of(this->effect, this->world).row(2));
}
TYPED_TEST(SupportEffectConformance, IsAloneWhatItIsInTheLayer) {
  EXPECT_EQ(by_the_layer(SupportDynamics{}, this->effect, this->world),
            part_of(this->effect, this->world).row(2));
}

template <class Effects>
void expect_names_once() {
  std::set<std::string_view> names;
  for (const std::string_view taken : std::initializer_list<std::string_view>{
           "rate", "levels", "change", "saturation", "benchmark", "ego", "alter", "similarity",
           "dyadic", Deterrence::name})
    names.insert(taken);
  for_each(Effects{}, [&](const auto& effect) {
    EXPECT_TRUE(names.insert(effect.name).second) << effect.name;
  });
}

TEST(EffectCatalogues, NameEachOnceAndUnlikeTheRulesOfItsLayer) {
  expect_names_once<sanctions::Effects>();
  expect_names_once<support::Effects>();
}

}  // namespace
}  // namespace entente

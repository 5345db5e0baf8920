// What holds for every mechanism of alignment in the catalogue, and for whichever is added to it.

#include <set>

#include "tests/conformance/worlds.h"

namespace entente {
namespace {

using conformance::benchmarked;

constexpr Index actors = 11;
constexpr Rows everyone{0, actors};

/// What a mechanism adds to B and to F.
struct Part {
  Matrix op, forcing;
};

template <class Mechanism>
Part part_of(const Mechanism& mechanism, const World& world, Drift drift = Drift(actors)) {
  const Part before{drift.op(everyone), drift.forcing(everyone)};
  mechanism.contribute(world, everyone, drift);
  return {drift.op(everyone) - before.op, drift.forcing(everyone) - before.forcing};
}

double apart(const Part& one, const Part& other) {
  return std::max(scenes::apart(one.op, other.op), scenes::apart(one.forcing, other.forcing));
}

/// A mechanism with a rate at which it does something, whatever the default.
template <class Mechanism>
Mechanism at_rate(double rate) {
  Mechanism mechanism;
  mechanism.rate = rate;
  return mechanism;
}

template <class Mechanism>
struct MechanismConformance : ::testing::Test {
  const World world = benchmarked(scenes::random_world(actors, 91));
  const Mechanism mechanism = at_rate<Mechanism>(0.7);
};
TYPED_TEST_SUITE(MechanismConformance, conformance::TypesOf<Mechanisms>, conformance::EntryName);

TYPED_TEST(MechanismConformance, DeclaresItselfAndItsParameters) {
  conformance::expect_to_be_declared<TypeParam>();
  for_each(TypeParam::parameters(), [](const auto& parameter) {
    const auto value = TypeParam{}.*(parameter.member);
    EXPECT_FALSE(parameter.name.empty());
    EXPECT_FALSE(parameter.meaning.empty()) << parameter.name;
    if constexpr (std::is_same_v<decltype(value), const double>) {
      EXPECT_FALSE(parameter.unit.empty()) << parameter.name;
      EXPECT_TRUE(parameter.bounds.contains(value)) << parameter.name;
    }
  });
}

TYPED_TEST(MechanismConformance, AddsItsPartWhateverIsThereAlready) {
  Drift busy(actors);
  busy.op(everyone) += this->world.recognition;
  busy.forcing(everyone) -= this->world.dependence;
  EXPECT_LT(
      apart(part_of(this->mechanism, this->world), part_of(this->mechanism, this->world, busy)),
      1e-14);
}

TYPED_TEST(MechanismConformance, AddsSomethingFinite) {
  const Part part = part_of(this->mechanism, this->world);
  EXPECT_TRUE(part.op.allFinite() && part.forcing.allFinite());
  EXPECT_GT(part.op.cwiseAbs().sum() + part.forcing.cwiseAbs().sum(), 0.0);
}

TYPED_TEST(MechanismConformance, AddsNothingAtRateZero) {
  const Part part = part_of(at_rate<TypeParam>(0.0), this->world);
  EXPECT_TRUE(part.op.isZero(0.0) && part.forcing.isZero(0.0));
}

TYPED_TEST(MechanismConformance, IsLinearInItsRate) {
  const Part once = part_of(this->mechanism, this->world),
             thrice = part_of(at_rate<TypeParam>(3 * 0.7), this->world);
  EXPECT_LT(apart({3 * once.op, 3 * once.forcing}, thrice), 1e-13);
}

TYPED_TEST(MechanismConformance, IsAloneWhatItIsInTheCatalogue) {
  Mechanisms others = scenes::still().alignment.mechanisms;
  std::get<TypeParam>(others) = this->mechanism;
  Drift drift(actors);
  contribute(others, this->world, everyone, drift);
  EXPECT_EQ(
      apart({drift.op(everyone), drift.forcing(everyone)}, part_of(this->mechanism, this->world)),
      0.0);
}

TYPED_TEST(MechanismConformance, GivesABlockOfRowsTheSameBitsAsAll) {
  const Part whole = part_of(this->mechanism, this->world);
  for (const Index size : {1, 2, 4, 8}) {
    Drift drift(actors);
    for (Index first = 0; first < actors; first += size)
      this->mechanism.contribute(this->world, {first, std::min(size, actors - first)}, drift);
    EXPECT_EQ(Matrix(drift.op(everyone)), whole.op) << size;
    EXPECT_EQ(Matrix(drift.forcing(everyone)), whole.forcing) << size;
  }
}

TYPED_TEST(MechanismConformance, TouchesOnlyTheRowsAskedFor) {
  Drift drift(actors);
  this->mechanism.contribute(this->world, {3, 2}, drift);
  for (const Rows outside : {Rows{0, 3}, Rows{5, actors - 5}})
    EXPECT_TRUE(drift.op(outside).isZero(0.0) && drift.forcing(outside).isZero(0.0));
}

TYPED_TEST(MechanismConformance, IsPermutedByRelabelling) {
  const auto order = scenes::random_order(actors, 92);
  const World renumbered = benchmarked(scenes::relabelled(this->world, order));
  const Part part = part_of(this->mechanism, this->world);
  EXPECT_LT(apart(part_of(this->mechanism, renumbered),
                  {scenes::relabelled(part.op, order), scenes::relabelled(part.forcing, order)}),
            1e-12);
}

TYPED_TEST(MechanismConformance, DependsOnNothingButTheWorld) {
  World later = this->world;
  later.tick = 1000;
  EXPECT_EQ(apart(part_of(this->mechanism, this->world), part_of(this->mechanism, later)), 0.0);
}

/// The engine asks for rows block by block while exchange moves, and keeps what a mechanism
/// declares to be standing from one event to the next: neither may show in a run.
TYPED_TEST(MechanismConformance, MovesARunByWhatItAdds) {
  Dynamics dynamics = scenes::still();
  std::get<TypeParam>(dynamics.alignment.mechanisms) = this->mechanism;
  dynamics.alignment.baseline = Baseline::initial;
  dynamics.dependence.rate = dynamics.positions.influence = 5.0;
  dynamics.choice = {};
  dynamics.choice.sanctions.rules.rate = dynamics.choice.support.rules.rate = 50.0;
  dynamics.choice.sanctions.rules.change = dynamics.choice.support.rules.change = 0.0;
  const auto day = [](int days) { return Date{} + std::chrono::days{days}; };
  Simulation run(scenes::model(scenes::random_world(actors, 93), dynamics, 12, 7,
                               {{"", day(30), Setting{{Quantity::Kind::pact, 0, 1}, 1.0}}}),
                 Draws(1, 0));
  while (!run.finished()) {
    World before = run.world();
    run.tick();
    if (before.tick == 4) before.pact = run.world().pact;
    for (const Decision& d : run.decisions()) before.set_level(d.layer, d.actor, d.target, d.to);
    Drift drift(actors);
    this->mechanism.contribute(before, everyone, drift);
    drift.multiply(before.alignment);
    Matrix total = drift.total();
    total.diagonal().setZero();
    const Matrix expected = before.affinity + run.model().calendar.years_per_tick() * total;
    EXPECT_LT(scenes::apart(run.world().affinity, expected), 1e-13);
  }
}

TEST(MechanismCatalogue, NamesEachOnce) {
  std::set<std::string_view> names{Noise::name};
  for_each(Mechanisms{}, [&](const auto& mechanism) {
    EXPECT_TRUE(names.insert(mechanism.name).second) << mechanism.name;
  });
}

TEST(MechanismCatalogue, BeginsWithInertia) {
  EXPECT_TRUE((std::is_same_v<std::tuple_element_t<0, Mechanisms>, Inertia>));
}

}  // namespace
}  // namespace entente

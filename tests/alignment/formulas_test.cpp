// Each mechanism against its formula on the model page, written out dyad by dyad.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "tests/scenes/scenes.h"

namespace entente {
namespace {

/// The drift of Z_ij by one mechanism at rate 1.
using Formula = std::function<double(const World&, Index i, Index j)>;

constexpr Index actors = 10;

World world_with_everything(const Dynamics& dynamics = {}) {
  World world = scenes::random_world(actors, 101);
  for (Index i = 0; i < actors; ++i)
    world.set_level(ChoiceLayer::sanctions, i, (i + 1) % actors, static_cast<int>(1 + i % 4));
  if (dynamics.alignment.link == Link::identity) world.affinity = world.alignment;
  return scenes::model(std::move(world), dynamics, 1)->start;
}

/// That a mechanism's drift of every dyad is `rate` times its formula.
template <class Mechanism>
void expect_formula(Mechanism mechanism, const World& world, const Formula& formula) {
  mechanism.rate = 0.85;
  Drift drift(actors);
  mechanism.contribute(world, {0, actors}, drift);
  double largest = 0.0;
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) {
      if (i == j && !world.self_ties) continue;
      const double expected = 0.85 * formula(world, i, j);
      largest = std::max(largest, std::abs(expected));
      EXPECT_NEAR(drift.of(i, j, world.alignment), expected, 1e-14) << i << " " << j;
    }
  EXPECT_GT(largest, 0.01) << "the world does not show the mechanism";
}

template <class Mechanism>
void expect_formula(const Formula& formula) {
  expect_formula(Mechanism{}, world_with_everything(), formula);
}

TEST(MechanismFormula, Inertia) {
  Dynamics dynamics;
  dynamics.alignment.baseline = Baseline::benchmark;
  expect_formula(Inertia{}, world_with_everything(dynamics), [](const World& w, Index i, Index j) {
    return -(w.affinity(i, j) - w.benchmark->affinity(i, j));
  });
}

TEST(MechanismFormula, Balance) {
  expect_formula<Balance>([](const World& w, Index i, Index j) {
    double sum = 0.0;
    for (Index k = 0; k < actors; ++k)
      sum += w.alignment(i, k) * w.capability(k) / w.capability.sum() * w.alignment(k, j);
    return sum;
  });
}

double squared(const World& w, Index i, Index j) {
  double sum = 0.0;
  for (Index k = 0; k < actors; ++k) sum += w.alignment(i, k) * w.alignment(k, j);
  return sum;
}

TEST(MechanismFormula, BalanceWithUniformWeights) {
  Balance balance;
  balance.weighting = Weighting::uniform;
  expect_formula(balance, world_with_everything(),
                 [](const World& w, Index i, Index j) { return squared(w, i, j) / (actors - 2); });
}

TEST(MechanismFormula, BalanceWithSelfTies) {
  Dynamics dynamics;
  dynamics.alignment.link = Link::identity;
  dynamics.alignment.self_ties = true;
  World world = world_with_everything(dynamics);
  for (Index i = 0; i < actors; ++i) world.set_alignment(i, i, 0.1 * static_cast<double>(i));
  expect_formula(Balance{}, world, squared);
}

TEST(MechanismFormula, Reciprocity) {
  expect_formula<Reciprocity>(
      [](const World& w, Index i, Index j) { return w.alignment(j, i) - w.alignment(i, j); });
}

TEST(MechanismFormula, Influence) {
  expect_formula<Influence>([](const World& w, Index i, Index j) {
    double sum = 0.0;
    for (Index k = 0; k < actors; ++k)
      if (k != j) sum += w.dependence(i, k) * (w.alignment(k, j) - w.alignment(i, j));
    return sum;
  });
}

TEST(MechanismFormula, Dependence) {
  expect_formula<Dependence>([](const World& w, Index i, Index j) { return w.dependence(i, j); });
}

TEST(MechanismFormula, Grievance) {
  expect_formula<Grievance>(
      [](const World& w, Index i, Index j) { return -w.sanctions()(j, i) / 4.0; });
}

TEST(MechanismFormula, Pacts) {
  expect_formula<Pacts>([](const World& w, Index i, Index j) { return w.pact(i, j); });
}

TEST(MechanismFormula, Membership) {
  expect_formula<Membership>([](const World& w, Index i, Index j) {
    double sum = 0.0;
    for (Index g = 0; g < w.membership.rows(); ++g)
      sum += w.cohesion(g) * w.membership(g, i) * w.membership(g, j);
    return sum;
  });
}

TEST(MechanismFormula, Agreement) {
  expect_formula<Agreement>([](const World& w, Index i, Index j) {
    double apart = 0.0;
    for (Index k = 0; k < w.issues(); ++k)
      apart += (w.salience(i, k) + w.salience(j, k)) / 2.0 *
               std::abs(w.position(i, k) - w.position(j, k));
    return 1.0 - apart;
  });
}

TEST(MechanismFormula, ConflictSides) {
  expect_formula<ConflictSides>([](const World& w, Index i, Index j) {
    double sum = 0.0;
    for (Index k = 0; k < w.conflicts(); ++k) {
      const auto side = [&](Index a) {
        double given = w.declared_side(k, a);
        for (Index b = 0; b < actors; ++b) {
          if (w.declared_side(k, b) > 0.0) given += w.support()(a, b) / 4.0;
          if (w.declared_side(k, b) < 0.0) given -= w.support()(a, b) / 4.0;
        }
        return std::clamp(given, -1.0, 1.0);
      };
      sum += w.intensity(k) * side(i) * side(j);
    }
    return sum;
  });
}

TEST(MechanismFormula, Recognition) {
  expect_formula<Recognition>([](const World& w, Index i, Index j) {
    return -(1.0 - std::min(w.recognition(i, j), w.recognition(j, i)));
  });
}

TEST(Agreement, IsNothingWhereThereAreNoIssues) {
  const World world(scenes::roster(3), 4, 4);
  Drift drift(3);
  Agreement{}.contribute(world, {0, 3}, drift);
  EXPECT_TRUE(drift.forcing({0, 3}).isZero(0.0));
}

TEST(Agreement, RunsFromFullAccordToFullOpposition) {
  World world(scenes::roster(3, 0, 2), 4, 4);
  world.position << 1, -1, 1, -1, -1, 1;
  Drift drift(3);
  Agreement{.rate = 1.0}.contribute(world, {0, 3}, drift);
  EXPECT_DOUBLE_EQ(drift.forcing({0, 1})(0, 1), 1.0);
  EXPECT_DOUBLE_EQ(drift.forcing({0, 1})(0, 2), -1.0);
}

TEST(Balance, FriendsOfFriendsAndEnemiesOfEnemiesBecomeFriends) {
  World world(scenes::roster(4), 4, 4);
  world.set_alignment(0, 1, 0.5);
  world.set_alignment(1, 2, 0.5);
  world.set_alignment(1, 3, -0.5);
  Drift drift(4);
  Balance{}.contribute(world, {0, 4}, drift);
  EXPECT_GT(drift.of(0, 2, world.alignment), 0.0);
  EXPECT_LT(drift.of(0, 3, world.alignment), 0.0);
  world.set_alignment(0, 1, -0.5);
  Drift enmity(4);
  Balance{}.contribute(world, {0, 4}, enmity);
  EXPECT_LT(enmity.of(0, 2, world.alignment), 0.0);
  EXPECT_GT(enmity.of(0, 3, world.alignment), 0.0);
}

TEST(Influence, SettlesWhereTheClientThinksAsItsPatrons) {
  World world(scenes::roster(4), 4, 4);
  world.dependence.row(0) << 0.0, 0.4, 0.2, 0.0;
  world.set_alignment(1, 3, 0.6);
  world.set_alignment(2, 3, -0.3);
  world.set_alignment(0, 3, (0.4 * 0.6 - 0.2 * 0.3) / 0.6);
  Drift drift(4);
  Influence{}.contribute(world, {0, 4}, drift);
  EXPECT_NEAR(drift.of(0, 3, world.alignment), 0.0, 1e-16);
}

}  // namespace
}  // namespace entente

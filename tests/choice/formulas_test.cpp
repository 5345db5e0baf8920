// Each effect against its formula on the model page, section 4, written out dyad by dyad.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr Index actors = 10;
constexpr double theta = 0.85;

/// What an effect adds to q_ij at θ = 1.
using Formula = std::function<double(const World&, Index i, Index j)>;

/// Sanctions everywhere, a war of several on each side, and one actor without friends.
World crowded_world() {
  World world = scenes::random_world(actors, 121);
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) {
      if (i == j) continue;
      world.set_level(ChoiceLayer::sanctions, i, j, static_cast<int>((7 * i + 3 * j) % 5));
      world.pact(i, j) = world.pact(j, i) = 0.01 * static_cast<double>(i + j);
      if (i == 9) world.set_alignment(i, j, -0.1 * static_cast<double>(j));
    }
  return world;
}

double intensity(const World& w, Index i, Index j) { return w.sanctions()(i, j) / 4.0; }

template <class Effect>
void expect_formula(const Formula& formula) {
  const World world = crowded_world();
  Effect effect;
  effect.weight = theta;
  double largest = 0.0;
  for (Index i = 0; i < actors; ++i) {
    RowVector q = RowVector::Zero(actors);
    effect.add(world, i, q);
    for (Index j = 0; j < actors; ++j) {
      if (i == j) continue;
      const double expected = theta * formula(world, i, j);
      largest = std::max(largest, std::abs(expected));
      EXPECT_NEAR(q(j), expected, 1e-14) << i << " " << j;
    }
  }
  EXPECT_GT(largest, 0.01) << "the world does not show the effect";
}

double one(const World&, Index, Index) { return 1.0; }

TEST(SanctionsFormula, Outdegree) { expect_formula<sanctions::Outdegree>(one); }

TEST(SanctionsFormula, Hostility) {
  expect_formula<sanctions::Hostility>(
      [](const World& w, Index i, Index j) { return -w.alignment(i, j); });
}

TEST(SanctionsFormula, Violation) {
  expect_formula<sanctions::Violation>([](const World& w, Index i, Index j) {
    double violation = 0.0;
    for (Index k = 0; k < w.conflicts(); ++k)
      violation = std::max(violation, w.intensity(k) * std::max(w.side()(k, j), 0.0));
    return violation * std::max(0.0, -w.alignment(i, j));
  });
}

TEST(SanctionsFormula, Coalition) {
  expect_formula<sanctions::Coalition>([](const World& w, Index i, Index j) {
    double friends = 0.0, sum = 0.0;
    for (Index k = 0; k < actors; ++k) {
      friends += std::max(w.alignment(i, k), 0.0);
      sum += std::max(w.alignment(i, k), 0.0) * intensity(w, k, j);
    }
    return friends > 0.0 ? sum / friends : 0.0;
  });
}

TEST(SanctionsFormula, Exposure) {
  expect_formula<sanctions::Exposure>(
      [](const World& w, Index i, Index j) { return -w.dependence(i, j); });
}

TEST(SanctionsFormula, Retaliation) {
  expect_formula<sanctions::Retaliation>(
      [](const World& w, Index i, Index j) { return intensity(w, j, i); });
}

TEST(SanctionsFormula, Reciprocity) {
  expect_formula<sanctions::Reciprocity>(
      [](const World& w, Index i, Index j) { return intensity(w, j, i); });
}

TEST(SanctionsFormula, TransitiveTriplets) {
  expect_formula<sanctions::TransitiveTriplets>([](const World& w, Index i, Index j) {
    double sum = 0.0;
    for (Index h = 0; h < actors; ++h)
      sum += intensity(w, i, h) * intensity(w, h, j) + intensity(w, i, h) * intensity(w, j, h);
    return sum;
  });
}

TEST(SanctionsFormula, ThreeCycles) {
  expect_formula<sanctions::ThreeCycles>([](const World& w, Index i, Index j) {
    double sum = 0.0;
    for (Index h = 0; h < actors; ++h) sum += intensity(w, j, h) * intensity(w, h, i);
    return sum;
  });
}

/// θ Σ_jh S_ij S_ih S_hj with θ = 1: what transitive triplets are worth to i.
double triplets(const World& w, Index i) {
  double sum = 0.0;
  for (Index j = 0; j < actors; ++j)
    for (Index h = 0; h < actors; ++h)
      sum += intensity(w, i, j) * intensity(w, i, h) * intensity(w, h, j);
  return sum;
}

/// θ Σ_jh S_ij S_jh S_hi with θ = 1: what three-cycles are worth to i.
double cycles(const World& w, Index i) {
  double sum = 0.0;
  for (Index j = 0; j < actors; ++j)
    for (Index h = 0; h < actors; ++h)
      sum += intensity(w, i, j) * intensity(w, j, h) * intensity(w, h, i);
  return sum;
}

/// What an effect adds to q_ij at θ = 1 is what a notch on j, raised or lowered, changes in the
/// objective.
template <class Effect>
void expect_true_difference(double (*worth)(const World&, Index)) {
  const World world = crowded_world();
  Effect effect;
  effect.weight = 1.0;
  for (Index i = 0; i < actors; ++i) {
    RowVector q = RowVector::Zero(actors);
    effect.add(world, i, q);
    for (Index j = 0; j < actors; ++j) {
      if (i == j) continue;
      World raised = world;
      const int level = world.sanctions()(i, j), step = level < 4 ? 1 : -1;
      raised.set_level(ChoiceLayer::sanctions, i, j, level + step);
      // In intensity a notch is a quarter.
      EXPECT_NEAR(q(j), 4.0 * step * (worth(raised, i) - worth(world, i)), 1e-13);
    }
  }
}

TEST(SanctionsFormula, TransitiveTripletsAreTheTrueDifferenceOfTheObjective) {
  expect_true_difference<sanctions::TransitiveTriplets>(triplets);
}

TEST(SanctionsFormula, ThreeCyclesAreTheTrueDifferenceOfTheObjective) {
  expect_true_difference<sanctions::ThreeCycles>(cycles);
}

TEST(SupportFormula, Outdegree) { expect_formula<support::Outdegree>(one); }

TEST(SupportFormula, Affinity) {
  expect_formula<support::Affinity>(
      [](const World& w, Index i, Index j) { return w.alignment(i, j); });
}

TEST(SupportFormula, Enmity) {
  expect_formula<support::Enmity>([](const World& w, Index i, Index j) {
    double sum = 0.0, enemies = 0.0;
    for (Index e = 0; e < actors; ++e) {
      if (w.declared_side(0, e) * w.declared_side(0, j) >= 0.0) continue;
      sum += w.alignment(i, e);
      ++enemies;
    }
    return enemies > 0.0 ? -sum / enemies : 0.0;
  });
}

TEST(SupportFormula, Alliance) {
  expect_formula<support::Alliance>([](const World& w, Index i, Index j) { return w.pact(i, j); });
}

World world_with_covariates() {
  World world = crowded_world();
  Table x(actors, 2);
  for (Index i = 0; i < actors; ++i) x.row(i) << 0.3 * static_cast<double>(i * i % 7), 1.0;
  world.covariates =
      std::make_shared<Covariates>(Names({"regime", "same"}), x, Names({"distance"}),
                                   std::vector<Matrix>{Matrix::Random(actors, actors)});
  return world;
}

/// q by covariate effects alone, N×N.
Matrix by_covariates(const CovariateEffects& effects, const World& world) {
  Matrix q = Matrix::Zero(actors, actors);
  for (Index i = 0; i < actors; ++i) {
    RowVector row = RowVector::Zero(actors);
    effects.add(world, i, row);
    q.row(i) = row;
  }
  return q;
}

TEST(CovariateFormula, EgoAlterAndDyadic) {
  const World world = world_with_covariates();
  const Vector x = world.covariates->actor(0);
  CovariateEffects ego, alter, dyadic;
  ego.ego["regime"] = alter.alter["regime"] = dyadic.dyadic["distance"] = theta;
  const Matrix q_ego = by_covariates(ego, world), q_alter = by_covariates(alter, world);
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) {
      EXPECT_DOUBLE_EQ(q_ego(i, j), theta * x(i));
      EXPECT_DOUBLE_EQ(q_alter(i, j), theta * x(j));
    }
  EXPECT_EQ(by_covariates(dyadic, world), theta * world.covariates->dyadic(0));
}

TEST(CovariateFormula, SimilarityLessItsMeanOverDyads) {
  const World world = world_with_covariates();
  const Vector x = world.covariates->actor(0);
  CovariateEffects effects;
  effects.similarity["regime"] = theta;
  const auto plain = [&](Index i, Index j) {
    return 1.0 - std::abs(x(i) - x(j)) / (x.maxCoeff() - x.minCoeff());
  };
  double mean = 0.0;
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j)
      if (i != j) mean += plain(i, j) / static_cast<double>(actors * (actors - 1));
  const Matrix q = by_covariates(effects, world);
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j)
      EXPECT_NEAR(q(i, j), i == j ? 0.0 : theta * (plain(i, j) - mean), 1e-15);
}

TEST(CovariateFormula, EffectsAddUpAndWeightZeroAddsNothing) {
  const World world = world_with_covariates();
  CovariateEffects one_of_each, none;
  one_of_each.ego["regime"] = 1.0;
  one_of_each.alter["same"] = 2.0;
  none.ego["regime"] = none.alter["regime"] = none.similarity["regime"] = none.dyadic["distance"] =
      0.0;
  const Matrix q = by_covariates(one_of_each, world);
  EXPECT_DOUBLE_EQ(q(3, 4), world.covariates->actor(0)(3) + 2.0);
  EXPECT_TRUE(by_covariates(none, world).isZero(0.0));
}

}  // namespace
}  // namespace entente

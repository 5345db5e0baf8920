// One opportunity: which alternatives are open, their utilities and their probabilities (the model
// page, section 4), and what the initial levels reveal.

#include "sim/choice/ministep.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr Index actors = 9;
constexpr double infinity = std::numeric_limits<double>::infinity();

World benchmarked(World world, const Dynamics& dynamics) {
  return scenes::model(std::move(world), dynamics, 1)->start;
}

/// Levels of every height in both layers, toward belligerents and others.
World crowded_world(std::uint64_t seed = 131) {
  World world = scenes::random_world(actors, seed);
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) {
      if (i == j) continue;
      world.set_level(ChoiceLayer::sanctions, i, j, static_cast<int>((2 * i + j) % 5));
      if (j < 5) world.set_level(ChoiceLayer::support, i, j, static_cast<int>((i + 3 * j) % 5));
    }
  return world;
}

/// The choices of a layer with everything on.
Dynamics lively(Calibration benchmark) {
  Dynamics dynamics;
  for (ChoiceRules* rules : {&dynamics.choice.sanctions.rules, &dynamics.choice.support.rules}) {
    rules->benchmark = benchmark;
    rules->change = 0.7;
    rules->saturation = 1.1;
  }
  return dynamics;
}

/// f_i of a world in a layer, a_ij included, for q that stays as it is.
double objective(const World& world, ChoiceLayer layer, Index i, const RowVector& value,
                 double saturation) {
  double f = 0.0;
  for (Index j = 0; j < actors; ++j) {
    const double level = world.levels(layer)(i, j);
    f += value(j) * level - saturation * level * level / 4.0;
  }
  return f;
}

using Move = std::pair<Index, int>;  // target and step

/// The utilities of everything that actor i may do, by the model page.
std::map<Move, double> open_moves(const World& world, const Dynamics& dynamics, ChoiceLayer layer,
                                  Index i) {
  const ChoiceRules& rules = dynamics.choice.rules(layer);
  RowVector value;
  dynamics.choice.utility_per_notch(layer, world, i, value);
  value += (layer == ChoiceLayer::sanctions ? world.benchmark->sanctions : world.benchmark->support)
               .row(i);
  std::map<Move, double> moves{{{-1, 0}, 0.0}};
  for (Index j = 0; j < actors; ++j) {
    const auto& fighting = world.belligerents();
    const bool chosen = layer == ChoiceLayer::sanctions ||
                        std::find(fighting.begin(), fighting.end(), j) != fighting.end();
    for (const int step : {+1, -1}) {
      const int level = world.levels(layer)(i, j) + step;
      if (j == i || !chosen || level < 0 || level > 4) continue;
      World after = world;
      after.set_level(layer, i, j, level);
      moves[{j, step}] = objective(after, layer, i, value, rules.saturation) -
                         objective(world, layer, i, value, rules.saturation) - rules.change;
    }
  }
  return moves;
}

/// What the engine says of the same, alternatives of probability 0 left out.
std::map<Move, double> weighed_moves(const Ministep& ministep) {
  std::map<Move, double> moves;
  for (Index a = 0; a < ministep.utilities().size(); ++a) {
    const auto [target, step] = ministep.alternative(a);
    if (ministep.utilities()(a) == -infinity) continue;
    EXPECT_TRUE(moves.insert({{target, step}, ministep.utilities()(a)}).second);
  }
  return moves;
}

TEST(Ministep, OffersWhatTheModelPageOffersAtItsUtilities) {
  for (const Calibration benchmark : {Calibration::revealed, Calibration::none}) {
    const Dynamics dynamics = lively(benchmark);
    World world = benchmarked(scenes::random_world(actors, 130), dynamics);
    const auto start = world.benchmark;
    world = crowded_world();
    world.benchmark = start;
    Ministep ministep;
    for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
      for (Index i = 0; i < actors; ++i) {
        const auto expected = open_moves(world, dynamics, layer, i);
        ministep.weigh(world, dynamics.choice, layer, i);
        const auto seen = weighed_moves(ministep);
        ASSERT_EQ(seen.size(), expected.size()) << i;
        for (const auto& [move, utility] : expected) {
          ASSERT_TRUE(seen.contains(move)) << i << " " << move.first;
          EXPECT_NEAR(seen.at(move), utility, 1e-12) << i << " " << move.first;
        }
      }
  }
}

TEST(Ministep, ChoosesByTheLogitOfUtilities) {
  const Dynamics dynamics = lively(Calibration::none);
  const World world = benchmarked(crowded_world(), dynamics);
  Ministep ministep;
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    for (Index i = 0; i < actors; ++i) {
      ministep.weigh(world, dynamics.choice, layer, i);
      double total = 0.0;
      for (const double u : ministep.utilities()) total += std::exp(u);
      EXPECT_NEAR(ministep.probabilities().sum(), 1.0, 1e-14);
      for (Index a = 0; a < ministep.utilities().size(); ++a)
        EXPECT_NEAR(ministep.probabilities()(a), std::exp(ministep.utilities()(a)) / total, 1e-14);
    }
}

TEST(Ministep, ClosesTheTopTheBottomAndOneself) {
  const Dynamics dynamics = lively(Calibration::none);
  const World world = benchmarked(crowded_world(), dynamics);
  Ministep ministep;
  for (Index i = 0; i < actors; ++i) {
    ministep.weigh(world, dynamics.choice, ChoiceLayer::sanctions, i);
    const auto moves = weighed_moves(ministep);
    for (Index j = 0; j < actors; ++j) {
      EXPECT_EQ(moves.contains({j, +1}), j != i && world.sanctions()(i, j) < 4);
      EXPECT_EQ(moves.contains({j, -1}), j != i && world.sanctions()(i, j) > 0);
    }
  }
}

TEST(Ministep, OffersSupportToBelligerentsOfActiveConflictsAlone) {
  const Dynamics dynamics = lively(Calibration::none);
  World world = benchmarked(crowded_world(), dynamics);
  Ministep ministep;
  ministep.weigh(world, dynamics.choice, ChoiceLayer::support, 7);
  std::set<Index> targets;
  for (const auto& [move, utility] : weighed_moves(ministep)) targets.insert(move.first);
  EXPECT_EQ(targets, (std::set<Index>{-1, 0, 1, 2, 3}));
  world.intensity.setZero();
  world.refresh_conflicts();
  ministep.weigh(world, dynamics.choice, ChoiceLayer::support, 7);
  EXPECT_EQ(weighed_moves(ministep).size(), 1U);
}

TEST(Ministep, StaysFiniteAtExtremeUtilities) {
  Dynamics dynamics = lively(Calibration::none);
  std::get<sanctions::Hostility>(dynamics.choice.sanctions.effects).weight = 1e6;
  const World world = benchmarked(crowded_world(), dynamics);
  Ministep ministep;
  for (Index i = 0; i < actors; ++i) {
    ministep.weigh(world, dynamics.choice, ChoiceLayer::sanctions, i);
    EXPECT_TRUE(ministep.probabilities().allFinite());
    EXPECT_NEAR(ministep.probabilities().sum(), 1.0, 1e-14);
  }
}

TEST(Ministep, PicksByInversion) {
  const Dynamics dynamics = lively(Calibration::none);
  const World world = benchmarked(crowded_world(), dynamics);
  Ministep ministep;
  ministep.weigh(world, dynamics.choice, ChoiceLayer::sanctions, 4);
  double below = 0.0;
  for (Index a = 0; a < ministep.probabilities().size(); ++a) {
    const double p = ministep.probabilities()(a);
    if (p > 1e-9) {
      EXPECT_EQ(ministep.pick(below + 0.001 * p), a);
      EXPECT_EQ(ministep.pick(below + 0.999 * p), a);
    }
    below += p;
  }
  EXPECT_GT(ministep.probabilities()(ministep.pick(std::nextafter(1.0, 0.0))), 0.0);
}

// What the initial levels reveal.

Matrix revealed(const World& world, const Dynamics& dynamics, ChoiceLayer layer) {
  return layer == ChoiceLayer::sanctions ? benchmarked(world, dynamics).benchmark->sanctions
                                         : benchmarked(world, dynamics).benchmark->support;
}

TEST(RevealedPreferences, AreThoseOfTheModelPage) {
  const Dynamics dynamics = lively(Calibration::revealed);
  const World world = crowded_world();
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support}) {
    const Matrix a = revealed(world, dynamics, layer);
    for (Index i = 0; i < actors; ++i) {
      RowVector q;
      dynamics.choice.utility_per_notch(layer, world, i, q);
      for (Index j = 0; j < actors; ++j) {
        const int level = world.levels(layer)(i, j);
        const double expected = i == j      ? 0.0
                                : level > 0 ? 2 * 1.1 * level / 4.0 - q(j)
                                            : std::min(0.0, -q(j));
        EXPECT_NEAR(a(i, j), expected, 1e-13);
      }
    }
  }
}

TEST(RevealedPreferences, AreZeroUnderBenchmarkNone) {
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    EXPECT_TRUE(revealed(crowded_world(), lively(Calibration::none), layer).isZero(0.0));
}

TEST(RevealedPreferences, MakeTheObjectiveStationaryAtTheInitialLevels) {
  const Dynamics dynamics = lively(Calibration::revealed);
  const World world = crowded_world();
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support}) {
    const Matrix a = revealed(world, dynamics, layer);
    for (Index i = 0; i < actors; ++i) {
      RowVector q;
      dynamics.choice.utility_per_notch(layer, world, i, q);
      for (Index j = 0; j < actors; ++j) {
        const int level = world.levels(layer)(i, j);
        if (i == j) continue;
        const double slope = q(j) + a(i, j) - 2 * 1.1 * level / 4.0;
        EXPECT_LE(slope, 1e-13);
        EXPECT_GE(slope, level > 0 ? -1e-13 : -infinity);
      }
    }
  }
}

RC_GTEST_PROP(RevealedPreferencesProperty, MakeKeepingTheBestAlternative, (std::uint64_t seed)) {
  Dynamics dynamics;
  const World world = benchmarked(crowded_world(seed), dynamics);
  Ministep ministep;
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    for (Index i = 0; i < actors; ++i) {
      ministep.weigh(world, dynamics.choice, layer, i);
      // Every move costs at least the change itself and the curvature of a notch.
      RC_ASSERT(ministep.utilities().tail(ministep.utilities().size() - 1).maxCoeff() <=
                -3.0 - 1.5 / 4.0 + 1e-12);
    }
}

/// Years between onsets of sanctions in a dyad of two actors, by the law as it stands by default.
double years_between_onsets(double alignment) {
  World world(scenes::roster(2), 4, 4);
  world.set_alignment(0, 1, alignment);
  const Dynamics dynamics;
  world = benchmarked(world, dynamics);
  Ministep ministep;
  ministep.weigh(world, dynamics.choice, ChoiceLayer::sanctions, 0);
  for (Index a = 0; a < ministep.utilities().size(); ++a)
    if (ministep.alternative(a).step == 1 && ministep.alternative(a).target == 1)
      return 1.0 / (dynamics.choice.sanctions.rules.rate * ministep.probabilities()(a));
  return 0.0;
}

TEST(OnsetRates, AreOnceInSevenHundredYearsForANeutralDyad) {
  EXPECT_NEAR(years_between_onsets(0.0), 725.0, 5.0);
}

TEST(OnsetRates, GrowWithHostility) {
  EXPECT_LT(years_between_onsets(-0.5), years_between_onsets(0.0) / 5.0);
  EXPECT_GT(years_between_onsets(0.5), years_between_onsets(0.0) * 5.0);
}

TEST(OnsetRates, AreOnceInFiveYearsForADyadThatAllEffectsWouldSeeSanctioned) {
  // A hostile dyad (A = −0.9) with an aggressor: q = −5 + 3.6 + 3.6 > 0, and a takes the excess.
  World world(scenes::roster(3, 0, 0, 1), 4, 4);
  world.set_alignment(0, 1, -0.9);
  world.declared_side << 0.0, 1.0, -1.0;
  world.intensity << 1.0;
  world.refresh_conflicts();
  const Dynamics dynamics;
  world = benchmarked(world, dynamics);
  Ministep ministep;
  ministep.weigh(world, dynamics.choice, ChoiceLayer::sanctions, 0);
  EXPECT_NEAR(1.0 / (6.0 * ministep.probabilities()(2)), 5.0, 0.1);
  EXPECT_EQ(ministep.alternative(2).target, 1);
}

}  // namespace
}  // namespace entente

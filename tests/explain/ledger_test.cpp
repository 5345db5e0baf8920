#include "analysis/explain/ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/core/error.h"
#include "tests/explain/worlds.h"

// The model page, section 8: the parts of every explained dyad sum to the change of its affinity.

namespace entente {
namespace {

using explain::Explained;
using explain::interaction;
using explain::setting;
using explain::shock;

constexpr double year = 365.25;

int any_of(int least, int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}

/// Everything on, each rate anything up to twice its default.
Dynamics arbitrary_dynamics() {
  Dynamics dynamics;
  for_each(dynamics.alignment.mechanisms,
           [](auto& mechanism) { mechanism.rate *= any_of(0, 20) / 10.0; });
  dynamics.alignment.noise.scale = any_of(0, 3) / 10.0;
  dynamics.choice.sanctions.rules.rate = dynamics.choice.support.rules.rate = 20.0;
  if (any_of(0, 1) == 1) dynamics.alignment.baseline = Baseline::initial;
  if (any_of(0, 1) == 1)
    std::get<Balance>(dynamics.alignment.mechanisms).weighting = Weighting::uniform;
  return dynamics;
}

std::vector<Event> arbitrary_events(int actors) {
  std::vector<Event> events;
  for (int k = any_of(0, 6); k > 0; --k) {
    const Index from = any_of(0, actors - 1), to = (from + any_of(1, actors - 1)) % actors;
    const int day = any_of(0, 300);
    if (any_of(0, 2) > 0)
      events.push_back(interaction("", day, from, to, any_of(-10, 10), any_of(0, 1) == 1));
    else
      events.push_back(
          setting("", day, {Quantity::Kind::alignment, from, to}, any_of(-9, 9) / 10.0));
  }
  events.push_back(shock("unrest", any_of(0, 300), {0, 1}, any_of(-3, 3) / 10.0,
                         any_of(0, 5) / 10.0, any_of(0, 1) == 1));
  events.push_back(setting("pact", 40, {Quantity::Kind::pact, 0, 1}, 1.0));
  events.push_back({"break", Date{std::chrono::days{80}},
                    ParameterChange{"dynamics.alignment.balance.rate", 0.7}});
  return events;
}

RC_GTEST_PROP(Ledger, ThePartsOfEveryDyadSumToItsChange, ()) {
  const int actors = any_of(2, 7);
  const auto model =
      scenes::model(scenes::random_world(actors, static_cast<std::uint64_t>(any_of(1, 1000))),
                    arbitrary_dynamics(), 52, 7, arbitrary_events(actors));
  RC_ASSERT(Explained(model, 3).gap() < 1e-9);
}

RC_GTEST_PROP(Ledger, ThePartsSumToTheChangeUnderTheIdentityLinkAndSelfTiesToo, ()) {
  const int actors = any_of(2, 5);
  Dynamics dynamics = arbitrary_dynamics();
  std::get<Balance>(dynamics.alignment.mechanisms).rate = 0.2;
  dynamics.alignment.link = Link::identity;
  dynamics.alignment.self_ties = any_of(0, 1) == 1;
  const auto model =
      scenes::model(scenes::random_world(actors, static_cast<std::uint64_t>(any_of(1, 1000))),
                    dynamics, 52, 7, arbitrary_events(actors));
  // Affinities are not bounded here: rounding is in proportion to them, and some worlds escape.
  try {
    const Explained explained(model, 3);
    const double size = explained.run.world().affinity.cwiseAbs().maxCoeff();
    RC_ASSERT(explained.gap() < 1e-9 * std::max(1.0, size));
  } catch (const RunError& escape) {
    RC_DISCARD(escape.what());
  }
}

TEST(Ledger, WithoutNoiseThereIsNoNoisePartAndNothingIsLeftOver) {
  Dynamics dynamics;
  dynamics.alignment.noise.scale = 0.0;
  const auto model = scenes::model(scenes::random_world(6, 4), dynamics, 104, 7,
                                   {interaction("visit", 30, 0, 1, 8.0)});
  const Explained explained(model);
  EXPECT_GT(std::abs(explained.change(0, 1)), 0.01);
  EXPECT_LT(explained.gap(), 1e-12);
  for (const auto& [i, j] : explained.ledger.chart().dyads)
    EXPECT_EQ(explained.part("noise", i, j), 0.0);
}

TEST(Ledger, TheNoisePartIsTheSumOfTheDrawsTimesTheirScale) {
  Dynamics dynamics;
  dynamics.alignment.noise.scale = 0.2;
  const auto model = scenes::model(scenes::random_world(5, 8), dynamics, 60);
  const Explained explained(model, 7, 2);
  World still = model->start;
  still.affinity.setZero();
  for (still.tick = 0; still.tick < 60; ++still.tick) {
    Normals xi = Noise::draws_of(still, Draws(7, 2));
    for (Index i = 0; i < 5; ++i)
      dynamics.alignment.noise.perturb(still, {i, 1}, model->calendar.years_per_tick(), xi);
  }
  for (const auto& [i, j] : explained.ledger.chart().dyads)
    EXPECT_NEAR(explained.part("noise", i, j), still.affinity(i, j), 1e-12);
}

TEST(Ledger, AnInteractionsPartIsItsJumpAndItsEcho) {
  const auto model = scenes::model(
      scenes::random_world(4, 2), Dynamics{}, 20, 7,
      {interaction("visit", 10, 0, 1, 4.0), interaction("summit", 10, 1, 2, -5.0, true)});
  const Explained explained(model);
  EXPECT_NEAR(explained.part("event.visit", 0, 1), 0.3 * 0.4, 1e-15);
  EXPECT_NEAR(explained.part("event.visit", 1, 0), 0.6 * 0.3 * 0.4, 1e-15);
  EXPECT_NEAR(explained.part("event.summit", 1, 2), -0.3 * 0.5, 1e-15);
  EXPECT_NEAR(explained.part("event.summit", 2, 1), -0.3 * 0.5, 1e-15);
  EXPECT_EQ(explained.part("event.visit", 1, 2), 0.0);
}

TEST(Ledger, AShocksPartIsWhatItAddsToItsDyads) {
  const auto model = scenes::model(
      scenes::random_world(4, 2), Dynamics{}, 20, 7,
      {shock("start", 0, {0, 1, 2, 3}, 0.1, 0.3), shock("later", 30, {1, 3}, 0.2, 0)});
  const Explained explained(model, 6, 2);
  World empty(scenes::roster(4), 4, 4);
  std::get<Shock>(model->agenda.events().front().what).apply(empty, Draws(6, 2));
  for (const auto& [i, j] : explained.ledger.chart().dyads) {
    EXPECT_NEAR(explained.part("event.start", i, j), empty.affinity(i, j), 1e-15);
    EXPECT_NEAR(explained.part("event.later", i, j), i % 2 == 1 && j % 2 == 1 ? 0.2 : 0.0, 1e-15);
  }
  EXPECT_LT(explained.gap(), 1e-9);
}

TEST(Ledger, AnEventThatSetsAnAlignmentHasWhatItMovedForItsPart) {
  const auto model = scenes::model(scenes::random_world(3, 5), scenes::still(), 10, 7,
                                   {setting("turn", 20, {Quantity::Kind::alignment, 2, 0}, 0.6)});
  const Explained explained(model);
  EXPECT_DOUBLE_EQ(explained.part("event.turn", 2, 0),
                   std::atanh(0.6) - model->start.affinity(2, 0));
  EXPECT_EQ(explained.part("event.turn", 0, 2), 0.0);
}

TEST(Ledger, AMechanismThatIsOffHasNoPart) {
  Dynamics dynamics;
  std::get<Pacts>(dynamics.alignment.mechanisms).rate = 0.0;
  const Explained explained(scenes::model(scenes::random_world(5, 3), dynamics, 30));
  for (const auto& [i, j] : explained.ledger.chart().dyads) {
    EXPECT_EQ(explained.part("pacts", i, j), 0.0);
    EXPECT_NE(explained.part("inertia", i, j), 0.0);
  }
}

/// Two actors between which only the rates given act, and a pact.
std::shared_ptr<const Model> pact_alone(double pacts, double inertia, std::int64_t ticks) {
  World world(scenes::roster(2), 4, 4);
  world.set_alignment(0, 1, 0.2);
  world.pact(0, 1) = world.pact(1, 0) = 0.8;
  Dynamics dynamics = scenes::still();
  dynamics.alignment.baseline = Baseline::initial;
  std::get<Pacts>(dynamics.alignment.mechanisms).rate = pacts;
  std::get<Inertia>(dynamics.alignment.mechanisms).rate = inertia;
  return scenes::model(std::move(world), dynamics, ticks);
}

TEST(Ledger, AConstantForceAloneAddsItsRateTimesTheTime) {
  const Explained explained(pact_alone(0.5, 0.0, 52));
  EXPECT_NEAR(explained.part("pacts", 0, 1), 0.5 * 0.8 * 52 * 7 / year, 1e-12);
  EXPECT_NEAR(explained.change(0, 1), explained.part("pacts", 0, 1), 1e-12);
}

TEST(Ledger, InertiaTakesBackWhatAForceAddsToBeginWith) {
  const double force = 0.5 * 0.8, kappa = 1.5, step = 7 / year;
  const Explained explained(pact_alone(0.5, kappa, 100));
  // Euler's scheme for dz = (f − κ z) dt from 0: z_n = (f / κ) (1 − (1 − κ Δt)^n).
  const double moved = force / kappa * (1.0 - std::pow(1.0 - kappa * step, 100));
  EXPECT_NEAR(explained.part("pacts", 0, 1), force * 100 * step, 1e-12);
  EXPECT_NEAR(explained.part("inertia", 0, 1), moved - force * 100 * step, 1e-12);
}

TEST(Ledger, TheDriftsAtTheStartCancelUnderTheBenchmarkBaseline) {
  const auto model = scenes::model(scenes::random_world(6, 6), Dynamics{}, 10);
  const Chart chart = chart_of({model}, {{0, 1}, {4, 2}});
  const Matrix drift = drift_at_start(model, chart);
  ASSERT_EQ(drift.cols(), static_cast<Index>(chart.parts.size()));
  for (Index d = 0; d < 2; ++d) {
    EXPECT_NEAR(drift.row(d).sum(), 0.0, 1e-12);
    EXPECT_GT(drift.row(d).cwiseAbs().maxCoeff(), 0.01);
    EXPECT_EQ(drift(d, Chart::noise), 0.0);
  }
}

TEST(Ledger, ChangesNoBitOfTheRun) {
  const auto model = scenes::model(scenes::random_world(6, 6), Dynamics{}, 52, 7,
                                   {interaction("visit", 30, 0, 1, 8.0)});
  const Explained explained(model, 5, 3);
  EXPECT_EQ(explained.run.world().affinity, scenes::outcome(model, 5, 3).affinity);
}

TEST(Ledger, BeginsAnewWithTheRun) {
  const auto model = scenes::model(scenes::random_world(4, 6), Dynamics{}, 20);
  Explained explained(model, 1, 0);
  explained.run.restart(Draws(1, 1));
  for (const auto& [i, j] : explained.ledger.chart().dyads) EXPECT_EQ(explained.sum(i, j), 0.0);
  while (!explained.run.finished()) explained.run.tick();
  EXPECT_LT(explained.gap(), 1e-9);
}

}  // namespace
}  // namespace entente

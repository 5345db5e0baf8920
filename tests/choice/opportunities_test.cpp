// A tick's opportunities: how many, in which order, and with which draws.

#include "sim/choice/opportunities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "tests/scenes/scenes.h"
#include "tests/scenes/statistics.h"

namespace entente {
namespace {

constexpr Index actors = 3;

/// A law by which whoever has an opportunity raises some level: q is large and L is 100.
Dynamics eager(double sanctions_rate, double support_rate = 0.0) {
  Dynamics dynamics = scenes::still();
  const auto rush = [](auto& layer, double rate) {
    layer.rules = {.rate = rate, .levels = 100, .change = 0.0, .saturation = 0.0};
    layer.rules.benchmark = Calibration::none;
    for_each(layer.effects, [](auto& effect) { effect.weight = 0.0; });
  };
  rush(dynamics.choice.sanctions, sanctions_rate);
  rush(dynamics.choice.support, support_rate);
  std::get<sanctions::Outdegree>(dynamics.choice.sanctions.effects).weight = 60.0;
  std::get<support::Outdegree>(dynamics.choice.support.effects).weight = 60.0;
  return dynamics;
}

/// Three actors, all of them at war.
World world_at_war(const Dynamics& dynamics) {
  World world(scenes::roster(actors, 0, 0, 1), 100, 100);
  world.declared_side << 1.0, -1.0, 1.0;
  world.intensity << 1.0;
  world.refresh_conflicts();
  return scenes::model(std::move(world), dynamics, 1)->start;
}

/// The decisions of one tick of a year, always from the same world.
std::vector<Decision> decisions_of_tick(const World& start, const Dynamics& dynamics,
                                        std::int64_t tick, std::uint64_t seed = 1) {
  static Opportunities choices;
  World world = start;
  world.tick = tick;
  std::vector<Decision> decisions;
  std::vector<StoppedProposal> stopped;
  choices.play(world, dynamics.choice, 1.0, Draws(seed, 0), decisions, stopped);
  return decisions;
}

double poisson(double mean, int k) {
  return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
}

/// How many opportunities actor 1 has in each of many ticks: 0, 1, … , `most` and more.
std::vector<double> counts_of_opportunities(double rate, int most) {
  const Dynamics dynamics = eager(rate);
  const World start = world_at_war(dynamics);
  std::vector<double> counts(static_cast<std::size_t>(most) + 1, 0.0);
  const auto ticks = static_cast<std::int64_t>(scenes::affordable(40'000));
  for (std::int64_t tick = 0; tick < ticks; ++tick) {
    const auto decisions = decisions_of_tick(start, dynamics, tick);
    const auto own = std::count_if(decisions.begin(), decisions.end(),
                                   [](const auto& d) { return d.actor == 1; });
    ++counts[static_cast<std::size_t>(std::min<std::ptrdiff_t>(own, most))];
  }
  return counts;
}

/// The Poisson distribution on 0 … most − 1, and the rest.
std::vector<double> poisson_cells(double mean, int most) {
  std::vector<double> cells;
  double rest = 1.0;
  for (int k = 0; k < most; ++k) {
    cells.push_back(poisson(mean, k));
    rest -= cells.back();
  }
  cells.push_back(rest);
  return cells;
}

TEST(Opportunities, ComeInPoissonNumbers) {
  for (const auto& [rate, most] : {std::pair{0.115, 3}, {1.5, 7}, {14.0, 28}}) {
    const auto counts = counts_of_opportunities(rate, most);
    EXPECT_GT(scenes::chi_squared_p(counts, poisson_cells(rate, most)), 0.01) << rate;
    EXPECT_LT(scenes::chi_squared_p(counts, poisson_cells(1.3 * rate, most)), 0.001) << rate;
  }
}

TEST(Opportunities, ComeAtTheRatePerYearWhateverTheTick) {
  const Dynamics dynamics = eager(6.0);
  Simulation run(scenes::model(world_at_war(dynamics), dynamics, 52), Draws(1, 0));
  double seen = 0.0, years = 0.0;
  for (std::uint64_t replicate = 0; replicate < scenes::affordable(300); ++replicate) {
    run.restart(Draws(1, replicate));
    while (!run.finished()) {
      run.tick();
      seen += static_cast<double>(run.decisions().size());
    }
    years += run.years();
  }
  const double expected = years * 6.0 * actors;
  EXPECT_NEAR(seen, expected, 4.0 * std::sqrt(expected));
}

TEST(Opportunities, NeverComeAtRateZero) {
  const Dynamics dynamics = eager(0.0);
  for (std::int64_t tick = 0; tick < 100; ++tick)
    EXPECT_TRUE(decisions_of_tick(world_at_war(dynamics), dynamics, tick).empty());
}

/// How often each order of the three actors occurs among ticks in which each has one opportunity.
TEST(Opportunities, AreShuffledUniformly) {
  const Dynamics dynamics = eager(1.0);
  const World start = world_at_war(dynamics);
  std::map<std::array<Index, 3>, double> orders;
  const auto ticks = static_cast<std::int64_t>(scenes::affordable(60'000));
  for (std::int64_t tick = 0; tick < ticks; ++tick) {
    const auto d = decisions_of_tick(start, dynamics, tick);
    if (d.size() != 3 || d[0].actor == d[1].actor || d[1].actor == d[2].actor ||
        d[0].actor == d[2].actor)
      continue;
    ++orders[{d[0].actor, d[1].actor, d[2].actor}];
  }
  std::vector<double> counts;
  for (const auto& [order, count] : orders) counts.push_back(count);
  ASSERT_EQ(counts.size(), 6U);
  EXPECT_GT(scenes::chi_squared_p(counts, std::vector<double>(6, 1.0 / 6)), 0.01);
}

TEST(Opportunities, OfBothLayersAreShuffledTogether) {
  const Dynamics dynamics = eager(0.5, 0.5);
  const World start = world_at_war(dynamics);
  std::vector<double> counts(2, 0.0);
  const auto ticks = static_cast<std::int64_t>(scenes::affordable(20'000));
  for (std::int64_t tick = 0; tick < ticks; ++tick) {
    const auto d = decisions_of_tick(start, dynamics, tick);
    if (d.size() != 2 || d[0].layer == d[1].layer) continue;
    ++counts[d[0].layer == ChoiceLayer::support];
  }
  EXPECT_GT(counts[0] + counts[1], static_cast<double>(ticks) / 20.0);
  EXPECT_GT(scenes::chi_squared_p(counts, {0.5, 0.5}), 0.01);
}

TEST(Opportunities, SeeTheEffectsOfThoseBeforeThem) {
  Dynamics dynamics = eager(1.0);
  // Nobody sanctions of itself but actor 0, by its revealed preference; actor 1 hits back.
  std::get<sanctions::Outdegree>(dynamics.choice.sanctions.effects).weight = -60.0;
  std::get<sanctions::Retaliation>(dynamics.choice.sanctions.effects).weight = 12'000.0;
  World start = world_at_war(dynamics);
  auto benchmark = *start.benchmark;
  benchmark.sanctions(0, 1) = 120.0;
  start.benchmark = std::make_shared<Benchmark>(benchmark);
  int answered = 0, alone = 0;
  for (std::int64_t tick = 0; tick < 2000; ++tick) {
    const auto decisions = decisions_of_tick(start, dynamics, tick);
    if (decisions.empty()) continue;
    EXPECT_EQ(decisions.front().actor, 0) << "none answers what has not been done";
    const bool hit_back =
        std::any_of(decisions.begin(), decisions.end(), [](const auto& d) { return d.actor == 1; });
    ++(hit_back ? answered : alone);
  }
  EXPECT_GT(answered, 100);
  EXPECT_GT(alone, 100);
}

TEST(Opportunities, ReportWhatMovedAndHowLikelyItWas) {
  const Dynamics dynamics = eager(3.0);
  const World start = world_at_war(dynamics);
  World world = start;
  for (const Decision& d : decisions_of_tick(start, dynamics, 17)) {
    EXPECT_EQ(d.tick, 17);
    EXPECT_EQ(d.layer, ChoiceLayer::sanctions);
    EXPECT_NE(d.actor, d.target);
    EXPECT_EQ(d.from, world.sanctions()(d.actor, d.target));
    EXPECT_EQ(d.to, d.from + 1);
    EXPECT_NEAR(d.probability, 0.5, 1e-12);
    world.set_level(d.layer, d.actor, d.target, d.to);
  }
  EXPECT_GT(world.sanctions().intensity().sum(), 0.0);
}

using Moves = std::vector<std::pair<Index, Index>>;

Moves sanctions_moves(const Dynamics& dynamics, std::int64_t tick) {
  Moves moves;
  for (const Decision& d : decisions_of_tick(world_at_war(dynamics), dynamics, tick))
    if (d.layer == ChoiceLayer::sanctions) moves.emplace_back(d.actor, d.target);
  return moves;
}

TEST(OpportunityDraws, OfOneLayerAreNotShiftedByTheOther) {
  for (std::int64_t tick = 0; tick < 200; ++tick)
    EXPECT_EQ(sanctions_moves(eager(2.0, 0.0), tick), sanctions_moves(eager(2.0, 5.0), tick));
}

/// What is left of `moves` where actor 2 is left out.
Moves without_actor_2(Moves moves) {
  std::erase_if(moves, [](const auto& move) { return move.first == 2; });
  return moves;
}

TEST(OpportunityDraws, OfOneActorAreNotShiftedByAnother) {
  // With q that depends on the target alone, actor 2's indifference changes nothing for the others.
  Dynamics mute = eager(2.0);
  const World start = world_at_war(mute);
  World silent = start;
  auto benchmark = *start.benchmark;
  benchmark.sanctions.row(2).setConstant(-120.0);
  silent.benchmark = std::make_shared<Benchmark>(benchmark);
  for (std::int64_t tick = 0; tick < 200; ++tick) {
    Moves all, fewer;
    for (const Decision& d : decisions_of_tick(start, mute, tick))
      all.emplace_back(d.actor, d.target);
    for (const Decision& d : decisions_of_tick(silent, mute, tick))
      fewer.emplace_back(d.actor, d.target);
    EXPECT_EQ(without_actor_2(all), fewer);
  }
}

TEST(OpportunityDraws, DependOnSeedAndTick) {
  const Dynamics dynamics = eager(4.0);
  const World start = world_at_war(dynamics);
  const auto targets = [&](std::int64_t tick, std::uint64_t seed) {
    Moves moves;
    for (const Decision& d : decisions_of_tick(start, dynamics, tick, seed))
      moves.emplace_back(d.actor, d.target);
    return moves;
  };
  EXPECT_EQ(targets(5, 1), targets(5, 1));
  EXPECT_NE(targets(5, 1), targets(6, 1));
  EXPECT_NE(targets(5, 1), targets(5, 2));
}

}  // namespace
}  // namespace entente

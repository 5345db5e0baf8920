#include <benchmark/benchmark.h>

#include "analysis/explain/ledger.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr Index states = 195;  // as many as there are in the world

/// Eight rows, or those that are left: as many as the engine moves together.
Rows eight_from(Index i) { return {i, std::min<Index>(8, states - i)}; }

/// The reference that all else is quoted against: one 195³ double matrix product.
void matrix_product(benchmark::State& state) {
  const Matrix a = Matrix::Random(states, states), b = Matrix::Random(states, states);
  Matrix c = Matrix::Zero(states, states);
  for (auto _ : state) {
    c.noalias() += a * b;
    benchmark::DoNotOptimize(c.data());
  }
}

std::shared_ptr<const Model> world_model() {
  return scenes::model(scenes::random_world(states, 1), Dynamics{}, 1'000'000'000);
}

/// A tick with every mechanism, both choice layers, noise, dependence and positions on.
void world_tick(benchmark::State& state) {
  Simulation run(world_model(), Draws(1, 0));
  for (auto _ : state) run.tick();
}

/// The same with a ledger of ten dyads of as many actors.
void world_tick_explained(benchmark::State& state) {
  const auto model = world_model();
  std::vector<Dyad> dyads;
  for (Index i = 0; i < 10; ++i) dyads.push_back({19 * i, 194 - 17 * i});
  Ledger ledger(model, chart_of({model}, dyads));
  Simulation run(model, Draws(1, 0));
  run.show(&ledger);
  for (auto _ : state) run.tick();
}

void part_noise(benchmark::State& state) {
  World world = world_model()->start;
  const Noise noise;
  for (auto _ : state) {
    Normals xi = Noise::draws_of(world, Draws(1, 0));
    for (Index i = 0; i < states; i += 8) noise.perturb(world, eight_from(i), 0.02, xi);
    ++world.tick;
  }
}

void part_mechanisms(benchmark::State& state) {
  const World world = world_model()->start;
  const Mechanisms mechanisms;
  Drift drift(states);
  for (auto _ : state) {
    drift.clear({0, states});
    for (Index i = 0; i < states; i += 8) contribute(mechanisms, world, eight_from(i), drift);
    benchmark::DoNotOptimize(&drift);
  }
}

void part_exchange(benchmark::State& state) {
  World world = world_model()->start;
  for (auto _ : state) advance_exchange(world, {}, {0, states}, 0.02);
}

void part_positions(benchmark::State& state) {
  const World world = world_model()->start;
  Table drift(states, world.issues());
  for (auto _ : state) position_drift(world, {}, {0, states}, drift);
}

void part_tanh(benchmark::State& state) {
  World world = world_model()->start;
  for (auto _ : state)
    for (Index i = 0; i < states; i += 8) world.refresh_alignment(eight_from(i));
}

void part_choices(benchmark::State& state) {
  World world = world_model()->start;
  const ChoiceDynamics dynamics;
  Opportunities choices;
  std::vector<Decision> decisions;
  std::vector<StoppedProposal> stopped;
  for (auto _ : state) {
    decisions.clear();
    choices.play(world, dynamics, 7 / 365.25, Draws(1, 0), decisions, stopped);
    ++world.tick;
  }
}

BENCHMARK(matrix_product)->Unit(benchmark::kMicrosecond);
BENCHMARK(world_tick)->Unit(benchmark::kMicrosecond);
BENCHMARK(world_tick_explained)->Unit(benchmark::kMicrosecond);
BENCHMARK(part_mechanisms)->Unit(benchmark::kMicrosecond);
BENCHMARK(part_noise)->Unit(benchmark::kMicrosecond);
BENCHMARK(part_exchange)->Unit(benchmark::kMicrosecond);
BENCHMARK(part_positions)->Unit(benchmark::kMicrosecond);
BENCHMARK(part_tanh)->Unit(benchmark::kMicrosecond);
BENCHMARK(part_choices)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente

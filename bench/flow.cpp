#include <benchmark/benchmark.h>

#include "sim/engine/simulation.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/read.h"

// The flow alone, for bench/peers: world-195 with every mechanism, dependence and positions, after
// its last event, without noise and choices.

namespace entente {
namespace {

void matrix_product(benchmark::State& state) {
  const Matrix a = Matrix::Random(195, 195), b = Matrix::Random(195, 195);
  Matrix c = Matrix::Zero(195, 195);
  for (auto _ : state) {
    c.noalias() = a * b;
    benchmark::DoNotOptimize(c.data());
  }
}

std::shared_ptr<const Model> world_without_chance() {
  Scenario scenario = read_scenario(ENTENTE_SOURCE_DIR "/scenarios/world-195.toml").scenario;
  scenario.dynamics.alignment.noise.scale = 0.0;
  scenario.dynamics.choice.sanctions.rules.rate = 0.0;
  scenario.dynamics.choice.support.rules.rate = 0.0;
  return compile(scenario);
}

void flow_tick(benchmark::State& state) {
  Simulation run(world_without_chance(), Draws(1, 0));
  while (!run.finished()) run.tick();
  for (auto _ : state) run.tick();
}

BENCHMARK(matrix_product)->Unit(benchmark::kMicrosecond);
BENCHMARK(flow_tick)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente

#include <benchmark/benchmark.h>

#include "sim/engine/gauge.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

Scenario main_scenario() {
  return read_scenario(ENTENTE_SOURCE_DIR "/scenarios/minsk-beijing-2023.toml").scenario;
}

/// A thousand replicates of the main scenario on one thread, its watched series read every tick.
void replicates(benchmark::State& state) {
  const Scenario scenario = main_scenario();
  const auto model = compile(scenario);
  std::vector<Gauge> watched;
  for (const auto& path : scenario.output.watch)
    watched.push_back(gauge_of(path.name, *model->start.roster, model->dynamics));
  Simulation run(model, Draws(1, 0));
  std::uint64_t replicate = 0;
  double sum = 0.0;
  for (auto _ : state) {
    run.restart(Draws(1, replicate++));
    while (!run.finished()) {
      run.tick();
      for (const auto& gauge : watched) sum += gauge(run);
    }
  }
  benchmark::DoNotOptimize(sum);
  const auto ticks = static_cast<double>(model->calendar.ticks);
  state.counters["runs/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["ticks/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * ticks,
                                                 benchmark::Counter::kIsRate);
}

void read_main_scenario(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(compile(main_scenario()));
}

/// Reading and compiling 195 states with their tables.
void read_world(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        compile(read_scenario(ENTENTE_SOURCE_DIR "/scenarios/world-195.toml").scenario));
}

BENCHMARK(replicates)->Unit(benchmark::kMicrosecond)->Iterations(1000);
BENCHMARK(read_main_scenario)->Unit(benchmark::kMillisecond);
BENCHMARK(read_world)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente

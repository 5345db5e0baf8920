#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "analysis/ensemble/conduct.h"
#include "sim/scenario/read.h"
#include "tests/scenes/scenes.h"

// How the cost of a tick and the memory grow with the number of actors, beside the product of
// matrices as large; and what a second thread adds to an ensemble. Worlds beyond 195 actors only
// where ENTENTE_BENCH_LARGE is set: the largest takes a minute. bench/scaling makes table and plot.

namespace entente {
namespace {

void sizes(benchmark::internal::Benchmark* row) {
  for (const Index n : {10, 20, 50, 100, 195}) row->Arg(n);
  if (std::getenv("ENTENTE_BENCH_LARGE") == nullptr) return;
  for (const Index n : {400, 800, 1200, 2000}) row->Arg(n);
}

void matrix_product(benchmark::State& state) {
  const Index n = state.range(0);
  const Matrix a = Matrix::Random(n, n), b = Matrix::Random(n, n);
  Matrix c = Matrix::Zero(n, n);
  for (auto _ : state) {
    c.noalias() += a * b;
    benchmark::DoNotOptimize(c.data());
  }
}

/// The most memory that this process has held so far, in MB; 0 where the system does not say.
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (double kilobytes = 0.0; word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024.0;
  return 0.0;
}

/// A tick with every mechanism, both choice layers, noise, dependence and positions on.
void world_tick(benchmark::State& state) {
  Simulation run(scenes::model(scenes::random_world(state.range(0), 1), Dynamics{}, 1'000'000'000),
                 Draws(1, 0));
  for (auto _ : state) run.tick();
  state.counters["peak_MB"] = peak_memory();
}

/// How often threads of this process have given up the processor of their own accord: to wait.
double waits() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_nvcsw);
}

class Discard final : public Sink {
 public:
  void take(std::span<const RunRecord>) override {}
};

/// A hundred runs of the main scenario by so many threads, with metrics and watched series.
void ensemble(benchmark::State& state) {
  Ensemble ensemble = ensemble_of(
      read_scenario(ENTENTE_SOURCE_DIR "/scenarios/minsk-beijing-2023.toml").scenario, {"base"});
  ensemble.runs = 100;
  Discard discard;
  Sink* const sinks[] = {&discard};
  const std::atomic<bool> stop{false};
  const double before = waits();
  for (auto _ : state) conduct(ensemble, sinks, static_cast<int>(state.range(0)), stop);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ensemble.runs));
  state.counters["waits"] =
      benchmark::Counter(waits() - before, benchmark::Counter::kAvgIterations);
}

BENCHMARK(matrix_product)->Apply(sizes)->Unit(benchmark::kMicrosecond);
BENCHMARK(world_tick)->Apply(sizes)->Unit(benchmark::kMicrosecond);
BENCHMARK(ensemble)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente

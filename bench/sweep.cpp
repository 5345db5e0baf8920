#include "analysis/sweep/sweep.h"

#include <benchmark/benchmark.h>

#include <filesystem>

#include "analysis/store/study_store.h"

// A study of the three-actor scenario: its runs alone, as a loop over the engine does them, and as
// a sweep with its store, on one thread and on two. Items are runs.

namespace {

using namespace entente;

constexpr std::uint64_t replicates = 200;  ///< of the study

StudyReading study() {
  return read_study(std::string(ENTENTE_SOURCE_DIR) + "/bench/three_actors_study.toml");
}

void bare_engine(benchmark::State& state) {
  const StudyReading reading = study();
  const SweepJob job(reading, {});
  std::vector<double> outcomes(reading.study.outcomes.size());
  for (auto _ : state) {
    for (std::uint64_t point = 0; point < job.plan().points(); ++point) {
      const auto trial = job.experiment().at(job.plan().values(point));
      for (std::uint64_t r = 0; r < replicates; ++r)
        trial->run(
            0, r, [] { return false; }, outcomes);
    }
    benchmark::DoNotOptimize(outcomes.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(job.runs()));
}

void sweep_with_store(benchmark::State& state) {
  const StudyReading reading = study();
  const SweepJob job(reading, {});
  const auto file = std::filesystem::temp_directory_path() / "entente-sweep-bench.db";
  const std::atomic<bool> stop{false};
  for (auto _ : state) {
    StudyStore store(file, job.identity(), StudyStore::Opening::force_new);
    Threads threads(static_cast<int>(state.range(0)));
    sweep(job, store, threads, {stop, 0.0}, [](std::size_t) {});
  }
  std::filesystem::remove(file);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(job.runs()));
}

BENCHMARK(bare_engine)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(sweep_with_store)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

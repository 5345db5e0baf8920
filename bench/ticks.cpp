#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <string_view>

#include "sim/engine/gauge.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/read.h"
#include "tests/scenes/scenes.h"

// A fixed amount of the work that world_tick and main_scenario time, for bench/compare: as many
// instructions every time.
//
//   ticks world 50        so many ticks of 195 actors, everything on
//   ticks main 20         so many runs of the main scenario, its watched series read every tick
//
// Prints the processor time of one, in µs.

namespace entente {
namespace {

void play_world(int ticks) {
  static Simulation run(scenes::model(scenes::random_world(195, 1), Dynamics{}, 1'000'000'000),
                        Draws(1, 0));
  for (int k = 0; k < ticks; ++k) run.tick();
}

void play_main_scenario(int runs) {
  static const Scenario scenario =
      read_scenario(ENTENTE_SOURCE_DIR "/scenarios/minsk-beijing-2023.toml").scenario;
  static const auto model = compile(scenario);
  static Simulation run(model, Draws(1, 0));
  std::vector<Gauge> watched;
  for (const auto& path : scenario.output.watch)
    watched.push_back(gauge_of(path.name, *model->start.roster, model->dynamics));
  volatile double sum = 0.0;  // what is read is kept
  for (int replicate = 0; replicate < runs; ++replicate) {
    run.restart(Draws(1, static_cast<std::uint64_t>(replicate)));
    while (!run.finished()) {
      run.tick();
      for (const auto& gauge : watched) sum = sum + gauge(run);
    }
  }
}

}  // namespace
}  // namespace entente

int main(int count, char** words) {
  const std::string_view what = count == 3 ? words[1] : "";
  if (what != "world" && what != "main") return 2;
  const auto play = what == "world" ? entente::play_world : entente::play_main_scenario;
  const int times = std::atoi(words[2]);
  play(0);  // whatever has to be read or made beforehand
  const std::clock_t begin = std::clock();
  play(times);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  fmt::print("{:.4f}\n", 1e6 * seconds / times);
}

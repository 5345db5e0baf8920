#include <fmt/format.h>

#include <array>
#include <cmath>

#include "analysis/metrics/triads.h"
#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

constexpr std::uint64_t starts = 50;

/// Of how many starts all triads become balanced, and the mean time until they are.
struct Balancing {
  std::int64_t balanced = 0;
  double years = 0.0;
};

Balancing balancing_of(Scenario scenario, std::size_t states) {
  scenario.actors.resize(states);
  std::get<Balance>(scenario.dynamics.alignment.mechanisms).rate =
      static_cast<double>(states) - 2.0;
  const auto model = model_of(scenario);
  Balancing all;
  for (std::uint64_t r = 0; r < starts; ++r) {
    Simulation run(model, Draws(scenario.seed, r));
    run.tick();
    while (!run.finished() && balanced_share(run.world().alignment) < 1.0) run.tick();
    all.balanced += balanced_share(run.world().alignment) == 1.0;
    all.years += run.years() / static_cast<double>(starts);
  }
  return all;
}

}  // namespace

void heider_balance(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("kulakowski-2005/balance.toml");
  constexpr std::array<std::size_t, 4> sizes{20, 40, 80, 160};
  std::array<double, sizes.size()> scaled;
  std::int64_t balanced = 0;
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    const Balancing all = balancing_of(scenario, sizes[k]);
    balanced += all.balanced;
    scaled[k] = all.years * std::sqrt(static_cast<double>(sizes[k]));
  }
  found.equal("starts of 200 that end balanced", static_cast<std::int64_t>(starts * sizes.size()),
              balanced);
  found.near("τ√N, N = 160 against N = 80", 1.0, scaled[3] / scaled[2], 0.05);
  found.add(
      {"τ√N at N = 20, 40, 80, 160", "tends to a constant",
       fmt::format("{:.2f}, {:.2f}, {:.2f}, {:.2f}", scaled[0], scaled[1], scaled[2], scaled[3]),
       "each step smaller than the one before",
       std::abs(scaled[3] - scaled[2]) < std::abs(scaled[1] - scaled[0])});
}

}  // namespace entente::cases

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "analysis/calibrate/calibrate.h"
#include "analysis/calibrate/posterior.h"
#include "tests/calibrate/plans.h"
#include "tests/scenes/statistics.h"

// Synthetic worlds: what a scenario gives with parameters drawn from their priors is fitted by the
// same scenario, through its file, its threads and its store.

namespace entente::calibration {
namespace {

constexpr const char* three_states = R"(format = 1
[scenario]
id = "three-states"
start = 2000-01-01
ticks = 156
step = "1 week"
[[actor]]
id = "a"
capability = 1.0
basis = "estimate"
[[actor]]
id = "b"
capability = 1.0
basis = "estimate"
[[actor]]
id = "c"
capability = 1.0
basis = "estimate"
[[relation]]
from = "a"
to = "c"
mutual = true
alignment = -0.4
basis = "estimate"
[[relation]]
from = "b"
to = "c"
mutual = true
alignment = -0.4
basis = "estimate"
[dynamics.alignment]
balance = { rate = 1.0, weighting = "uniform" }
inertia = 0.5
baseline = "initial"
noise = { scale = 0.1 }
[dynamics.sanctions]
rate = 0.0
)";

constexpr const char* plan_of_a_seed = R"(format = 1
[calibration]
id = "recovery"
scenario = "world.toml"
observed = "seen.csv"
seed = {}
particles = 100
generations = 5
[[parameter]]
path = "dynamics.alignment.balance.rate"
prior = {{ type = "uniform", low = 0.0, high = 3.0 }}
[[parameter]]
path = "dynamics.alignment.inertia"
prior = {{ type = "log-uniform", low = 0.1, high = 5.0 }}
)";

std::string table_of(const std::vector<double>& values) {
  std::string text = "date,path,value,scale\n";
  std::size_t k = 0;
  for (const char* path : {"alignment.a.b", "alignment.b.c"})
    for (const char* date :
         {"2000-04-01", "2000-09-30", "2001-03-31", "2001-09-29", "2002-03-30", "2002-09-28"})
      text += fmt::format("{},{},{},0.1\n", date, path, values.empty() ? 0.0 : values[k++]);
  return text;
}

/// A folder with a plan whose observations are a run of the scenario itself, at `truth`.
std::vector<double> make_problem(const PlanFolder& folder, int seed) {
  folder.write("world.toml", three_states);
  folder.write("fit.toml", fmt::format(plan_of_a_seed, seed));
  folder.write("seen.csv", table_of({}));
  const CalibrationJob job(read_calibration(folder / "fit.toml"));
  Stream stream = Draws(static_cast<std::uint64_t>(seed), 0).stream(Purpose::resampling, 0, 0);
  std::vector<double> truth, seen(job.observed().size());
  for (const Prior& prior : job.priors()) truth.push_back(prior.quantile(open_unit(stream())));
  constexpr std::uint64_t no_attempt = 4'200'000'000;
  job.at(truth)->run(
      0, no_attempt, [] { return false; }, seen);
  folder.write("seen.csv", table_of(seen));
  return job.values(truth);
}

/// Of how many problems the 90 % interval of each parameter holds the truth, and how wide it is
/// beside the prior's, on average.
struct Found {
  std::vector<int> inside{0, 0};
  std::vector<double> width{0.0, 0.0};
};

Found recover_worlds(int problems) {
  Found found;
  const std::atomic<bool> stop = false;
  for (int problem = 0; problem < problems; ++problem) {
    const PlanFolder folder;
    const auto truth = make_problem(folder, 500 + problem);
    const CalibrationJob job(read_calibration(folder / "fit.toml"));
    CalibrationStore store(folder / "fit.db", job.identity(), CalibrationStore::Opening::resume);
    const AbcSmc smc = calibrate(job, store, {2, stop}, [](const AbcSmc&) {});
    const Posterior posterior = posterior_of(smc.state().finished.back(), job.priors());
    for (std::size_t k = 0; k < truth.size(); ++k) {
      const Spread& spread = posterior.parameters[k].spread;
      const Prior& prior = job.priors()[k];
      found.inside[k] += truth[k] >= spread.low && truth[k] <= spread.high;
      found.width[k] += (spread.high - spread.low) /
                        (prior.value(prior.quantile(0.95)) - prior.value(prior.quantile(0.05))) /
                        problems;
    }
  }
  return found;
}

TEST(WorldRecovery, ParametersOfAWorldLieInTheirIntervals) {
  const int problems = static_cast<int>(scenes::affordable(10));
  const Found found = recover_worlds(problems);
  for (std::size_t k = 0; k < 2; ++k) {
    EXPECT_GE(found.inside[k], 0.8 * problems);
    EXPECT_LT(found.width[k], 0.8);
  }
}

TEST(WorldRecovery, NightlyAtLeast85Of100) {
  if (!std::getenv("ENTENTE_NIGHTLY")) GTEST_SKIP() << "set ENTENTE_NIGHTLY=1 to run it";
  const Found found = recover_worlds(100);
  for (std::size_t k = 0; k < 2; ++k) {
    EXPECT_GE(found.inside[k], 85);
    EXPECT_LT(found.width[k], 0.8);
    fmt::print("{} of 100 inside, width {:.2f} of the prior's\n", found.inside[k], found.width[k]);
  }
}

}  // namespace
}  // namespace entente::calibration

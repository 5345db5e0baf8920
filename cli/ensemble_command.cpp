#include "cli/ensemble_command.h"

#include <fmt/format.h>

#include <limits>

#include "analysis/metrics/catalogue.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/screen.h"
#include "cli/settings.h"
#include "sim/core/error.h"
#include "sim/scenario/check.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

/// The command that repeats one failed run.
std::string replay(const EnsembleOptions& options, const Ensemble& ensemble,
                   const Tally::Failure& failure) {
  std::string command =
      fmt::format("entente run {} --variant {} --first {} --runs 1",
                  options.from.empty() ? options.scenario : "--from " + options.from,
                  ensemble.variants[failure.variant].id, failure.replicate);
  if (options.from.empty()) command += fmt::format(" --seed {}", ensemble.seed);
  for (const auto& setting : options.settings) command += fmt::format(" --set '{}'", setting);
  return command;
}

void report_failures(const EnsembleOptions& options, const Ensemble& ensemble, const Tally& tally) {
  if (tally.failed == 0) return;
  print_error(fmt::format("error: {} of {} failed; the others are complete\n",
                          grouped(tally.failed),
                          counted(tally.replicates * ensemble.variants.size(), "run")));
  for (const auto& failure : tally.failures)
    print_error(
        fmt::format("  {}\n    again: {}\n", failure.message, replay(options, ensemble, failure)));
  if (tally.failed > tally.failures.size())
    print_error(fmt::format("  and {} more\n", grouped(tally.failed - tally.failures.size())));
}

void add_chance(CLI::App& command, EnsembleOptions& options) {
  command
      .add_option("--seed", options.seed,
                  "What all random numbers follow from (default: the scenario's)")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0},
                         static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())));
  command
      .add_option("--first", options.first,
                  "The number of the first replicate, to repeat single runs (default: 0)")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{4'000'000'000}));
}

}  // namespace

void add_ensemble_options(CLI::App& command, EnsembleOptions& options) {
  command.add_option("SCENARIO", options.scenario, "The scenario file; name it first")->required();
  command
      .add_option("--runs", options.runs,
                  fmt::format("How many replicates of each variant (default: {})", options.runs))
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{10'000'000}));
  command
      .add_option("--set", options.settings,
                  "Change numbers, as if the file said so: dynamics.alignment.balance=0.8")
      ->type_name("PATH=VALUE …");
  add_chance(command, options);
  command
      .add_option("--threads", options.threads,
                  "How many threads work (default: all); results are the same for any number")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

Scenario scenario_of(const EnsembleOptions& options) {
  const auto names = metric_names();
  const std::vector<std::string> metrics(names.begin(), names.end());
  auto [scenario, warnings] = read_scenario(options.scenario, metrics);
  if (!warnings.empty() && !options.quiet)
    print_error(fmt::format("warning: {}; entente check {} shows {}\n",
                            counted(warnings.size(), "doubtful number"), options.scenario,
                            warnings.size() == 1 ? "it" : "them"));
  apply_settings(options.settings, scenario);
  if (options.seed) scenario.seed = *options.seed;
  check(scenario, metrics);
  return scenario;
}

Tally conduct_visibly(const EnsembleOptions& options, const Ensemble& ensemble,
                      std::vector<Sink*> sinks) {
  std::optional<Progress> progress;
  if (!options.quiet) progress.emplace(ensemble.runs);
  if (progress) sinks.push_back(&*progress);
  return conduct(ensemble, sinks, options.threads_to_use(), watch_for_interrupt());
}

ExitStatus ended(const EnsembleOptions& options, const Ensemble& ensemble, const Tally& tally,
                 std::string_view done_with) {
  report_failures(options, ensemble, tally);
  if (!tally.interrupted) return tally.failed > 0 ? some_runs_failed : done;
  print_error(fmt::format("interrupted after {} of {} replicates; {} {}\n",
                          grouped(tally.replicates), grouped(ensemble.runs),
                          tally.replicates > 0 ? "these are" : "nothing is", done_with));
  return interrupted;
}

}  // namespace entente

#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/ensemble/conduct.h"
#include "analysis/ensemble/crew.h"
#include "cli/commands.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What the command line of any command that runs an ensemble asks for.
struct EnsembleOptions {
  std::string scenario;
  std::string from;  ///< a checkpoint to go on from; empty: from the start
  std::uint64_t runs = 100;
  std::uint64_t first = 0;
  std::optional<std::uint64_t> seed;
  int threads = 0;  ///< 0: all that there are
  std::vector<std::string> settings;
  bool quiet = false;

  int threads_to_use() const { return threads > 0 ? threads : available_threads(); }
};

/// Declares SCENARIO, --runs, --set, --seed, --first and --threads on a command. The default of
/// --runs is what `options.runs` holds.
void add_ensemble_options(CLI::App& command, EnsembleOptions& options);

/// The scenario that the options name, with their settings and seed. Throws `InputError` with all
/// that is wrong.
Scenario scenario_of(const EnsembleOptions& options);

/// Conducts an ensemble with a progress bar, unless quiet, until it is interrupted.
Tally conduct_visibly(const EnsembleOptions& options, const Ensemble& ensemble,
                      std::vector<Sink*> sinks);

/// Says on standard error which runs failed, how to repeat them, and whether all was interrupted;
/// gives the exit status that this calls for. `done_with`: what becomes of the replicates that were
/// finished.
ExitStatus ended(const EnsembleOptions& options, const Ensemble& ensemble, const Tally& tally,
                 std::string_view done_with = "kept");

}  // namespace entente

#include "cli/run_options.h"

#include <limits>
#include <map>

namespace entente {
namespace {

void add_what_to_run(CLI::App& command, RunOptions& options) {
  command.add_option("SCENARIO", options.scenario, "The scenario file; name it first")->required();
  command.add_option("--runs", options.runs, "How many replicates of each variant (default: 100)")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{10'000'000}));
  auto* variants =
      command
          .add_option("--variant", options.variants,
                      "Run these variants; \"base\" is the scenario itself (default: base)")
          ->type_name("ID …");
  command
      .add_flag("--all-variants", options.all_variants,
                "Run the scenario itself and all its variants")
      ->excludes(variants);
  command
      .add_option("--set", options.settings,
                  "Change numbers, as if the file said so: dynamics.alignment.balance=0.8")
      ->type_name("PATH=VALUE …");
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

void add_how(CLI::App& command, RunOptions& options) {
  static const std::map<std::string, Recording> recordings{{"watch", Recording::watch},
                                                           {"full", Recording::full}};
  command
      .add_option("--threads", options.threads,
                  "How many threads work (default: all); results are the same for any number")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      .add_option("--record", options.recording,
                  "What the NetCDF file holds of each run: the watched series (watch, the "
                  "default), or all layers too (full)")
      ->type_name("watch|full")
      ->transform(CLI::CheckedTransformer(recordings).description(""));
  command.add_option("-o,--output", options.output, "Write the results to a NetCDF-4 file")
      ->type_name("FILE.nc");
  command
      .add_option("--csv", options.csv,
                  "Write the results as tidy tables: series.csv, metrics.csv, decisions.csv")
      ->type_name("DIR");
  command.add_flag("--quiet", options.quiet, "Print nothing but errors");
}

}  // namespace

void add_options(CLI::App& command, RunOptions& options) {
  add_what_to_run(command, options);
  add_how(command, options);
}

}  // namespace entente

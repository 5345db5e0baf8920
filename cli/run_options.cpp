#include "cli/run_options.h"

#include <map>

namespace entente {
namespace {

void add_variants(CLI::App& command, RunOptions& options) {
  auto* variants =
      command
          .add_option("--variant", options.variants,
                      "Run these variants; \"base\" is the scenario itself (default: base)")
          ->type_name("ID …");
  command
      .add_flag("--all-variants", options.all_variants,
                "Run the scenario itself and all its variants")
      ->excludes(variants);
}

/// With a checkpoint to go on from, the scenario need not be named: the checkpoint holds it.
void add_checkpoints(CLI::App& command, RunOptions& options) {
  command.get_option("SCENARIO")->required(false);
  command
      .add_option("--checkpoint-at", options.checkpoint_at,
                  "Run one variant up to the tick that holds this date, and write the states in "
                  "which its replicates then are (to the file of -o, or ID.checkpoint.nc)")
      ->type_name("DATE");
  command
      .add_option("--from", options.from,
                  "Go on from the states in a checkpoint, in place of SCENARIO, to the same bits "
                  "as an unbroken run (--runs: how many of them; default: all)")
      ->type_name("CHECKPOINT");
}

void add_output(CLI::App& command, RunOptions& options) {
  static const std::map<std::string, Recording> recordings{{"watch", Recording::watch},
                                                           {"full", Recording::full}};
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
                  "Write the results as tidy tables: series.csv, metrics.csv, decisions.csv, "
                  "and contributions.csv where the scenario explains alignments")
      ->type_name("DIR");
  command
      .add_option("--report", options.report,
                  "Write a page that shows the results and explains them, as entente report does")
      ->type_name("FILE.html")
      ->excludes("--checkpoint-at");
  command.add_flag("--quiet", options.quiet, "Print nothing but errors");
}

}  // namespace

void add_options(CLI::App& command, RunOptions& options) {
  add_ensemble_options(command, options);
  add_variants(command, options);
  add_checkpoints(command, options);
  add_output(command, options);
}

}  // namespace entente

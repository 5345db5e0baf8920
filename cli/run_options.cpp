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
  command.add_flag("--quiet", options.quiet, "Print nothing but errors");
}

}  // namespace

void add_options(CLI::App& command, RunOptions& options) {
  add_ensemble_options(command, options);
  add_variants(command, options);
  add_output(command, options);
}

}  // namespace entente

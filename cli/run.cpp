#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

#include "analysis/store/csv_tables.h"
#include "analysis/store/netcdf_result.h"
#include "cli/checkpoints.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/run_options.h"
#include "cli/screen.h"
#include "cli/summary_page.h"
#include "sim/core/error.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

Ensemble ensemble_of(const RunOptions& options, const Scenario& scenario,
                     const std::string& by_default) {
  auto ids = options.variants;
  if (options.all_variants) ids = variant_ids(scenario);
  if (ids.empty()) ids = {by_default};
  for (auto id = ids.begin(); id != ids.end(); ++id)
    if (std::find(ids.begin(), id, *id) != id)
      throw InputError(fmt::format("--variant {}: named twice", *id));
  if (options.recording == Recording::full && options.output.empty())
    throw InputError(
        "--record full: only a NetCDF file holds whole layers; name one with -o FILE.nc");
  Ensemble ensemble = ensemble_of(scenario, ids);
  ensemble.runs = options.runs;
  ensemble.first = options.first;
  ensemble.recording = options.recording;
  return ensemble;
}

/// Everything that takes results.
struct Outputs {
  Summary summary;
  std::optional<NetcdfResult> file;
  std::optional<CsvTables> tables;
  std::vector<Sink*> sinks{&summary};

  Outputs(const RunOptions& options, const Ensemble& ensemble, const Scenario& scenario)
      : summary(ensemble, SummaryPage::moments) {
    if (!options.output.empty()) file.emplace(options.output, ensemble, provenance_of(scenario));
    if (!options.csv.empty()) tables.emplace(options.csv, ensemble);
    if (file) sinks.push_back(&*file);
    if (tables) sinks.push_back(&*tables);
  }

  void finish(const Tally& tally) {
    if (tally.replicates == 0) return;  // what did not begin leaves no file
    if (file) file->finish(tally);
    if (tables) tables->finish();
  }
};

ExitStatus run_scenario(const RunOptions& options) {
  if (!options.checkpoint_at.empty()) return burn_in(options);
  const auto checkpoint = options.from.empty() ? nullptr : checkpoint_of(options);
  const Scenario scenario = checkpoint ? checkpoint->scenario() : scenario_of(options);
  Ensemble ensemble = ensemble_of(options, scenario, checkpoint ? checkpoint->variant() : "base");
  if (checkpoint) go_on_from(checkpoint, options, ensemble);
  Outputs outputs(options, ensemble, scenario);
  ReportFile report(options.report);
  if (!options.report.empty()) scope_of(ensemble);  // throws before any run if no page can show it
  const auto begin = std::chrono::steady_clock::now();
  const Tally tally = conduct_visibly(options, ensemble, outputs.sinks);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  outputs.finish(tally);
  const bool reported = !tally.interrupted && report.write(options, scenario, ensemble);
  if (!options.quiet && tally.replicates > 0)
    print(SummaryPage(scenario, ensemble, outputs.summary, Style::of_output())
              .text({tally, seconds.count(), options.threads_to_use(), options.output, options.csv,
                     reported ? options.report : "", checkpoint ? checkpoint->variant() : ""}));
  const ExitStatus status = ended(options, ensemble, tally);
  return reported ? status : interrupted;
}

}  // namespace

void add_run(CLI::App& program, ExitStatus& status) {
  auto* command = program.add_subcommand("run", "Run a scenario and summarise what happens");
  const auto options = std::make_shared<RunOptions>();
  add_options(*command, *options);
  command->footer(
      "Example:\n"
      "  entente run scenarios/minsk-beijing-2023.toml --runs 200 -o result.nc\n"
      "  entente run scenarios/minsk-beijing-2023.toml --all-variants --csv tables\n"
      "  entente run scenarios/three-actors.toml --set alignment.a.c=-0.6\n\n"
      "Burn in once, and go on with many policies:\n"
      "  entente run scenarios/minsk-beijing-2023.toml --checkpoint-at 2023-04-01\n"
      "  entente run --from minsk-beijing-2023.checkpoint.nc --variant lethal-aid\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong, 3 some runs failed,\n"
      "130 interrupted: the files hold the replicates finished until then.");
  command->callback([command, options, &status] {
    if (options->scenario.empty() && options->from.empty()) throw CLI::RequiredError("SCENARIO");
    options->runs_given = command->count("--runs") > 0;
    options->first_given = command->count("--first") > 0;
    status = run_scenario(*options);
  });
}

}  // namespace entente

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

#include "analysis/store/csv_tables.h"
#include "analysis/store/netcdf_result.h"
#include "cli/commands.h"
#include "cli/run_options.h"
#include "cli/screen.h"
#include "cli/summary_page.h"
#include "sim/core/error.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

Ensemble ensemble_of(const RunOptions& options, const Scenario& scenario) {
  auto ids = options.variants;
  if (options.all_variants) ids = variant_ids(scenario);
  if (ids.empty()) ids = {"base"};
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
    const Provenance provenance{scenario.title.empty() ? scenario.id : scenario.title,
                                to_toml(scenario)};
    if (!options.output.empty()) file.emplace(options.output, ensemble, provenance);
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
  const Scenario scenario = scenario_of(options);
  const Ensemble ensemble = ensemble_of(options, scenario);
  Outputs outputs(options, ensemble, scenario);
  const auto begin = std::chrono::steady_clock::now();
  const Tally tally = conduct_visibly(options, ensemble, outputs.sinks);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  outputs.finish(tally);
  if (!options.quiet && tally.replicates > 0)
    print(
        SummaryPage(scenario, ensemble, outputs.summary, Style::of_output())
            .text({tally, seconds.count(), options.threads_to_use(), options.output, options.csv}));
  report_failures(options, ensemble, tally);
  if (tally.interrupted) {
    print_error(fmt::format("interrupted after {} of {} replicates; {}\n",
                            grouped(tally.replicates), grouped(ensemble.runs),
                            tally.replicates > 0 ? "these are kept" : "nothing is kept"));
    return interrupted;
  }
  return tally.failed > 0 ? some_runs_failed : done;
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
      "Exit status: 0 done, 1 work failed, 2 the input is wrong, 3 some runs failed,\n"
      "130 interrupted: the files hold the replicates finished until then.");
  command->callback([options, &status] { status = run_scenario(*options); });
}

}  // namespace entente

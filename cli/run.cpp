#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "analysis/metrics/catalogue.h"
#include "analysis/store/csv_tables.h"
#include "analysis/store/netcdf_result.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/run_options.h"
#include "cli/screen.h"
#include "cli/summary_page.h"
#include "sim/core/error.h"
#include "sim/scenario/check.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

/// Applies every `--set`; throws with all that is wrong among them.
void apply_settings(const std::vector<std::string>& settings, Scenario& scenario) {
  std::vector<Diagnostic> wrong;
  for (const auto& setting : settings) {
    try {
      const auto equals = setting.find('=');
      if (equals == std::string::npos)
        throw InputError(fmt::format("--set {}: not of the form path=value", setting));
      set_path(scenario, setting.substr(0, equals), setting.substr(equals + 1));
    } catch (const InputError& error) {
      for (Diagnostic found : error.diagnostics()) {
        if (found.message.rfind("--set", 0) != 0) found.message = "--set " + found.message;
        wrong.push_back(found);
      }
    }
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
}

Scenario scenario_of(const RunOptions& options) {
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

/// The command that repeats one failed run.
std::string replay(const RunOptions& options, const Ensemble& ensemble,
                   const Tally::Failure& failure) {
  std::string command =
      fmt::format("entente run {} --variant {} --first {} --runs 1 --seed {}", options.scenario,
                  ensemble.variants[failure.variant].id, failure.replicate, ensemble.seed);
  for (const auto& setting : options.settings) command += fmt::format(" --set '{}'", setting);
  return command;
}

void report_failures(const RunOptions& options, const Ensemble& ensemble, const Tally& tally) {
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

Tally conduct_visibly(const RunOptions& options, const Ensemble& ensemble, std::vector<Sink*> sinks,
                      int threads) {
  std::optional<Progress> progress;
  if (!options.quiet) progress.emplace(ensemble.runs);
  if (progress) sinks.push_back(&*progress);
  return conduct(ensemble, sinks, threads, watch_for_interrupt());
}

ExitStatus run_scenario(const RunOptions& options) {
  const Scenario scenario = scenario_of(options);
  const Ensemble ensemble = ensemble_of(options, scenario);
  Outputs outputs(options, ensemble, scenario);
  const auto begin = std::chrono::steady_clock::now();
  const int threads = options.threads > 0 ? options.threads : available_threads();
  const Tally tally = conduct_visibly(options, ensemble, outputs.sinks, threads);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  outputs.finish(tally);
  if (!options.quiet && tally.replicates > 0)
    print(SummaryPage(scenario, ensemble, outputs.summary, Style::of_output())
              .text({tally, seconds.count(), threads, options.output, options.csv}));
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

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "analysis/compare/comparison_json.h"
#include "analysis/store/comparison_csv.h"
#include "cli/commands.h"
#include "cli/compare_page.h"
#include "cli/ensemble_command.h"
#include "sim/core/error.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

struct CompareOptions : EnsembleOptions {
  std::vector<std::string> variants, dates, paths, shares;
  std::string csv;  ///< empty: none
  bool json = false;
};

void check_variants(const CompareOptions& options, const Scenario& scenario) {
  const auto& ids = options.variants;
  if (ids.size() < 2)
    throw InputError(fmt::format(
        "a comparison needs two variants or more, the first of them as the reference; there are {}",
        fmt::join(variant_ids(scenario), ", ")));
  for (auto id = ids.begin(); id != ids.end(); ++id)
    if (std::find(ids.begin(), id, *id) != id)
      throw InputError(fmt::format("{}: this variant is named twice", *id));
}

std::int64_t moment_of(const std::string& text, const Calendar& calendar) {
  const auto date = parse_date(text);
  if (!date) throw InputError(fmt::format("--at {}: not a date such as 2023-03-01", text));
  try {
    return moment_at(*date, calendar);
  } catch (const InputError& outside) {
    throw InputError("--at " + outside.diagnostics().front().message);
  }
}

PathTest share_of(const std::string& text, const Scenario& scenario) {
  PathTest test = parse_test(text, scenario);
  if (test.path.empty())
    throw InputError(fmt::format("--share {}: an event is no test of a path", text));
  return test;
}

CompareWhat what_of(const CompareOptions& options, const Scenario& scenario) {
  const Calendar calendar = calendar_of(scenario);
  CompareWhat what;
  for (const auto& date : options.dates) what.ticks.push_back(moment_of(date, calendar));
  if (what.ticks.empty()) what.ticks.push_back(calendar.ticks);
  std::sort(what.ticks.begin(), what.ticks.end());
  what.ticks.erase(std::unique(what.ticks.begin(), what.ticks.end()), what.ticks.end());
  for (const auto& share : options.shares) what.shares.push_back(share_of(share, scenario));
  return what;
}

Ensemble ensemble_of(const CompareOptions& options, const Scenario& scenario) {
  check_variants(options, scenario);
  Ensemble ensemble = ensemble_of(scenario, options.variants);
  ensemble.runs = options.runs;
  ensemble.first = options.first;
  for (const auto& path : options.paths)
    if (std::find(ensemble.paths.begin(), ensemble.paths.end(), path) == ensemble.paths.end())
      ensemble.paths.push_back(path);
  return ensemble;
}

ExitStatus compare(const CompareOptions& options) {
  const Scenario scenario = scenario_of(options);
  Ensemble ensemble = ensemble_of(options, scenario);
  const CompareWhat what = what_of(options, scenario);
  Comparison::prepare(ensemble, what);
  Comparison comparison(ensemble, what);
  const Tally tally = conduct_visibly(options, ensemble, {&comparison});
  if (comparison.pairs() > 0) {
    if (options.json) {
      print(to_json(scenario, ensemble, comparison));
    } else if (!options.quiet) {
      print(ComparePage(scenario, ensemble, comparison, Style::of_output()).text());
    }
    if (!options.csv.empty()) write_csv(options.csv, ensemble, comparison);
  }
  return ended(options, ensemble, tally, "compared");
}

void add_own_options(CLI::App& command, CompareOptions& options) {
  const auto repeatable = [](CLI::Option* option, const char* type) {
    option->type_name(type)->allow_extra_args(false);
  };
  command.add_option("VARIANT", options.variants,
                     "Two variants or more; the first is the reference, \"base\" the scenario "
                     "itself");
  repeatable(command.add_option("--at", options.dates,
                                "Compare at the first moment on or after this date (default: the "
                                "end); may be repeated"),
             "DATE");
  repeatable(command.add_option("--watch", options.paths,
                                "Compare this path too, besides those that the scenario watches; "
                                "may be repeated"),
             "PATH");
  repeatable(command.add_option("--share", options.shares,
                                "Compare the share of runs in which this holds: \"support.CHN.RUS "
                                ">= lethal\"; may be repeated"),
             "TEST");
  command.add_flag("--json", options.json, "Print everything as JSON in place of the page");
  command.add_option("--csv", options.csv, "Write the differences as a tidy table")
      ->type_name("FILE");
  command.add_flag("--quiet", options.quiet, "Print nothing but errors (and what --json prints)");
}

}  // namespace

void add_compare(CLI::App& program, ExitStatus& status) {
  auto* command = program.add_subcommand(
      "compare", "Compare variants of a scenario under the same random numbers");
  const auto options = std::make_shared<CompareOptions>();
  options->runs = 200;
  add_ensemble_options(*command, *options);
  add_own_options(*command, *options);
  command->footer(
      "Example:\n"
      "  entente compare scenarios/minsk-beijing-2023.toml base lethal-aid\n"
      "  entente compare scenarios/minsk-beijing-2023.toml base second-front \\\n"
      "    --at 2023-04-27 --at 2025-03-06 --share \"sanctions.EU.BLR >= severe\"\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong, 3 some runs failed\n"
      "(their pairs are left out), 130 interrupted.");
  command->callback([options, &status] { status = compare(*options); });
}

}  // namespace entente

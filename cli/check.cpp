#include <fmt/format.h>

#include <memory>

#include "analysis/metrics/catalogue.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/values.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

struct CheckOptions {
  std::string scenario;
  bool resolved = false;
};

std::string contents(const Scenario& scenario) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view singular) {
    if (count > 0) parts.push_back(counted(count, singular));
  };
  add(scenario.actors.size(), "actor");
  add(scenario.relations.size(), "relation");
  add(scenario.pacts.size(), "pact");
  add(scenario.blocs.size(), "bloc");
  add(scenario.issues.size(), "issue");
  add(scenario.conflicts.size(), "conflict");
  add(scenario.events.size(), "event");
  add(scenario.commitments.size(), "commitment");
  add(scenario.output.watch.size(), "watched path");
  add(scenario.variants.size(), "variant");
  add(scenario.sources.size(), "source");
  return fmt::format("{}", fmt::join(parts, ", "));
}

void check_scenario(const CheckOptions& options) {
  const auto metrics = metric_names();
  const auto [scenario, warnings] =
      read_scenario(options.scenario, {metrics.begin(), metrics.end()});
  compile(scenario, metric_gauges());
  for (const auto& warning : warnings) print_error(to_text(warning));
  if (options.resolved) return print(to_toml(scenario));
  print(fmt::format("{}: ok{}\n", options.scenario,
                    warnings.empty() ? "" : ", " + counted(warnings.size(), "warning")));
  print(hanging("", contents(scenario), 2));
  print(fmt::format("  {}\n", time_axis(calendar_of(scenario))));
}

}  // namespace

void add_check(CLI::App& program) {
  auto* command = program.add_subcommand(
      "check", "Show everything that is wrong with, or doubtful in, a scenario");
  const auto options = std::make_shared<CheckOptions>();
  command->add_option("SCENARIO", options->scenario, "The scenario file")->required();
  command->add_flag("--resolved", options->resolved,
                    "Print the scenario with every default filled in and every table inlined, as "
                    "TOML that runs to the same bits");
  command->footer(
      "Example:\n  entente check scenarios/three-actors.toml\n"
      "  entente check --resolved scenarios/three-actors.toml > resolved.toml\n\n"
      "Exit status: 0 fine (there may be warnings), 2 something is wrong.");
  command->callback([options] { check_scenario(*options); });
}

}  // namespace entente

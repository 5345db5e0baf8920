#include <fmt/format.h>

#include <memory>

#include "analysis/describe/description.h"
#include "analysis/metrics/catalogue.h"
#include "analysis/store/build.h"
#include "analysis/store/sha256.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/settings.h"
#include "sim/scenario/check.h"
#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

void describe_scenario(Request request) {
  const auto names = metric_names();
  const std::vector<std::string> metrics(names.begin(), names.end());
  Scenario scenario = read_scenario(request.file, metrics).scenario;
  apply_settings(request.settings, scenario);
  check(scenario, metrics);
  request.version = version();
  request.build = build();
  request.digest = sha256(to_toml(scenario));
  print(odd_description(scenario, request));
}

}  // namespace

void add_describe(CLI::App& program) {
  auto* command = program.add_subcommand(
      "describe", "Describe exactly what a scenario runs, after the ODD protocol, in Markdown");
  const auto request = std::make_shared<Request>();
  command->add_option("SCENARIO", request->file, "The scenario file; name it first")->required();
  command
      ->add_option("--variant", request->variant,
                   "Describe this variant (default: base, the scenario itself)")
      ->type_name("ID");
  command
      ->add_option("--set", request->settings,
                   "Change numbers, as if the file said so: dynamics.alignment.balance=0.8")
      ->type_name("PATH=VALUE …");
  command->footer(
      "Example:\n"
      "  entente describe scenarios/minsk-beijing-2023.toml > model.md\n"
      "  entente describe scenarios/minsk-beijing-2023.toml --variant lethal-aid\n\n"
      "Complete enough for a paper's appendix: pandoc model.md -o model.pdf.");
  command->callback([request] { describe_scenario(*request); });
}

}  // namespace entente

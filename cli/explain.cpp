#include <fmt/format.h>

#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/ensemble_command.h"
#include "cli/explain_page.h"
#include "cli/screen.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

/// What the command line of `entente explain` asks for.
struct ExplainOptions : EnsembleOptions {
  std::string from, to;
  std::string variant = "base";
  std::optional<std::uint64_t> replicate;
  bool json = false;
};

Ensemble ensemble_of(const ExplainOptions& options, const Scenario& scenario) {
  Ensemble ensemble = ensemble_of(scenario, {options.variant});
  ensemble.runs = options.runs;
  ensemble.first = options.first;
  ensemble.paths.clear();
  ensemble.explain({fmt::format("alignment.{}.{}", options.from, options.to)});
  return ensemble;
}

Explanation explanation_of(const ExplainOptions& options, const Scenario& scenario,
                           const Ensemble& ensemble, const Attribution& attribution) {
  const auto& model = ensemble.variants.front().model;
  const auto replicate = options.replicate.value_or(attribution.typical_replicate());
  return {options.from,
          options.to,
          scenario,
          ensemble,
          attribution,
          replicate,
          story_of(model, Draws(ensemble.seed, replicate), ensemble.chart),
          drift_at_start(model, ensemble.chart),
          inputs_of(scenario, options.from, options.to)};
}

ExitStatus explain(const ExplainOptions& options) {
  const Scenario base = scenario_of(options);
  const Ensemble ensemble = ensemble_of(options, base);
  const Scenario scenario = variant_of(base, options.variant);
  Attribution attribution(ensemble, ExplainPage::moments);
  const Tally tally = conduct_visibly(options, ensemble, {&attribution});
  if (attribution.kept() > 0) {
    const auto explanation = explanation_of(options, scenario, ensemble, attribution);
    print(options.json ? to_json(explanation)
                       : ExplainPage(explanation, Style::of_output()).text());
  }
  return ended(options, ensemble, tally, "explained");
}

}  // namespace

void add_explain(CLI::App& program, ExitStatus& status) {
  auto* command = program.add_subcommand(
      "explain", "Say why a dyad moved: parts, events, decisions, and what they rest on");
  const auto options = std::make_shared<ExplainOptions>();
  add_ensemble_options(*command, *options);
  command->add_option("FROM", options->from, "Whose alignment is explained")->required();
  command->add_option("TO", options->to, "Towards whom")->required();
  command
      ->add_option("--variant", options->variant,
                   "Explain this variant (default: base, the scenario itself)")
      ->type_name("ID");
  command
      ->add_option("--replicate", options->replicate,
                   "Whose decisions to tell (default: the run that ends nearest to the median)")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{4'000'000'000}));
  command->add_flag("--json", options->json, "Print everything as JSON");
  command->footer(
      "Example:\n"
      "  entente explain scenarios/minsk-beijing-2023.toml BLR CHN\n"
      "  entente explain scenarios/minsk-beijing-2023.toml CHN RUS --json\n\n"
      "Exit status: 0 done, 1 the work failed, 2 the input is wrong, 3 some runs failed\n"
      "and are left out, 130 interrupted: what is said is of the runs until then.");
  command->callback([options, &status] { status = explain(*options); });
}

}  // namespace entente

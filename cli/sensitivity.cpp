#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "analysis/design/morris.h"
#include "analysis/design/saltelli.h"
#include "analysis/store/study_reader.h"
#include "analysis/study/read_study.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/sensitivity_json.h"
#include "cli/sensitivity_page.h"
#include "sim/core/error.h"

namespace entente {
namespace {

struct SensitivityOptions {
  std::string store;
  std::vector<std::string> outcomes, variants;
  std::uint64_t seed = 1;
  bool json = false;
};

/// The positions of the names asked for, or of all if none is.
std::vector<std::size_t> positions(std::string_view what, const std::vector<std::string>& asked,
                                   const std::vector<std::string>& known) {
  std::vector<std::size_t> found;
  for (const auto& name : asked.empty() ? known : asked) {
    const auto at = std::find(known.begin(), known.end(), name);
    if (at == known.end())
      throw InputError(
          fmt::format("{}: the study has no such {}{}", name, what, did_you_mean(name, known)));
    found.push_back(static_cast<std::size_t>(at - known.begin()));
  }
  return found;
}

void expect_design(const Study& study, const std::string& store) {
  const DesignType type = study.design.type;
  if (type != DesignType::saltelli && type != DesignType::morris)
    throw InputError(fmt::format(
        "{}: has a {} design; Sobol indices need design = {{ type = \"saltelli\", … }}, and "
        "elementary effects type = \"morris\"",
        store, names_of(type)[static_cast<std::size_t>(type)]));
}

std::string heading(StudyReader& reader, const Plan& plan) {
  const auto& identity = reader.identity();
  const std::uint64_t failed = reader.ended() - reader.count(RunStatus::finished);
  std::string text =
      fmt::format("{}: {} of {} done{}\n", identity.title.empty() ? identity.id : identity.title,
                  grouped(reader.ended()), counted(plan.numbering().runs(), "run"),
                  failed > 0 ? fmt::format(", of which {} failed", grouped(failed)) : "");
  return text;
}

void analyse(const SensitivityOptions& options, StudyReader& reader) {
  const auto& identity = reader.identity();
  const Plan plan(study_of(identity.study));
  const Study& study = plan.study();
  expect_design(study, options.store);
  const Draws draws(options.seed, 0);
  if (!options.json) print(heading(reader, plan));
  SensitivityJson json(study, identity);
  for (const std::size_t o : positions("outcome", options.outcomes, identity.outcomes))
    for (const std::size_t v : positions("variant", options.variants, identity.variants)) {
      const Matrix answers = reader.answers(o, v);
      const SensitivityPage page{study, identity.outcomes[o], identity.variants[v],
                                 Style::of_output()};
      const auto show = [&](const auto& found) {
        if (options.json)
          json.add(page.outcome, page.variant, found);
        else
          print(page.text(found));
      };
      if (const auto* saltelli = dynamic_cast<const Saltelli*>(plan.design()))
        show(sobol_indices(saltelli->layout(), answers, draws));
      else if (const auto* morris = dynamic_cast<const Morris*>(plan.design()))
        show(morris_effects(*morris, answers, draws));
    }
  if (options.json) print(json.text());
}

}  // namespace

void add_sensitivity(CLI::App& program) {
  auto* command =
      program.add_subcommand("sensitivity", "Show which parameters of a study drive its outcomes");
  const auto options = std::make_shared<SensitivityOptions>();
  command
      ->add_option("STUDY", options->store,
                   "The store of a study whose design is saltelli (Sobol indices) or morris "
                   "(elementary effects)")
      ->required();
  command->add_option("--outcome", options->outcomes, "Of these outcomes only")
      ->type_name("NAME …");
  command->add_option("--variant", options->variants, "Of these variants only")->type_name("ID …");
  command->add_option("--seed", options->seed, "What the bootstrap follows from (default: 1)")
      ->type_name("N");
  command->add_flag("--json", options->json, "Print everything as JSON in place of the page");
  command->footer(
      "Example:\n"
      "  entente sweep scenarios/studies/minsk-drivers.toml\n"
      "  entente sensitivity minsk-drivers.db\n"
      "  entente sensitivity minsk-drivers.db --outcome minsk_to_beijing --json\n\n"
      "A study that is not finished can be looked at too: rows of the design that are\n"
      "not whole are left out, and it says how many.\n\n"
      "Exit status: 0 done, 2 the input is wrong.");
  command->callback([options] {
    StudyReader reader(options->store);
    analyse(*options, reader);
  });
}

}  // namespace entente

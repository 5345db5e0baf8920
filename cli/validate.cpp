#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "analysis/ensemble/crew.h"
#include "analysis/validate/validation.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/validation_page.h"

namespace entente {
namespace {

struct ValidateOptions {
  std::vector<std::string> cases;
  std::string data;
  int threads = 0;
  bool quick = false, list = false, markdown = false, json = false;
};

/// The cases that were named, or all, in the order in which they are shown.
std::vector<const PublishedCase*> chosen(const ValidateOptions& options) {
  for (const std::string& id : options.cases) published_case(id);  // throws if there is none
  std::vector<const PublishedCase*> cases;
  for (const PublishedCase& each : published_cases()) {
    const bool named =
        std::find(options.cases.begin(), options.cases.end(), each.id) != options.cases.end();
    if (named || (options.cases.empty() && !(options.quick && each.slow))) cases.push_back(&each);
  }
  return cases;
}

ExitStatus validate_cases(const ValidateOptions& options) {
  const ValidationPage page(Style::of_output());
  const auto cases = chosen(options);
  if (options.list) {
    print(page.list(cases));
    return done;
  }
  if (!options.data.empty() && !std::filesystem::is_directory(options.data))
    throw InputError(fmt::format("--data: {}: no such folder", options.data));
  std::vector<Validated> results;
  {
    ProgressBar bar(cases.size(), "case");
    results =
        validate(cases, {options.data}, options.threads > 0 ? options.threads : available_threads(),
                 [&] { bar.advance(1); });
  }
  if (options.json)
    print(page.json(results));
  else
    print(options.markdown ? page.markdown(results) : page.text(results));
  const bool expected = std::all_of(results.begin(), results.end(),
                                    [](const Validated& each) { return each.found.expected(); });
  return expected ? done : work_failed;
}

}  // namespace

void add_validate(CLI::App& program, ExitStatus& status) {
  auto* command = program.add_subcommand(
      "validate",
      "Run published results again, and compare what comes out with what was published");
  const auto options = std::make_shared<ValidateOptions>();
  command->add_option("CASE", options->cases, "Which (default: all; --list names them)");
  command
      ->add_option("--data", options->data,
                   "The folder of the published data that some cases need and that may not be "
                   "passed on; without it they are skipped")
      ->type_name("DIR");
  command->add_flag("--quick", options->quick, "Only what takes a few seconds");
  command
      ->add_option("--threads", options->threads, "How many cases at a time (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(1, 4096));
  auto* list = command->add_flag("--list", options->list, "Only name the cases and their sources");
  auto* markdown =
      command->add_flag("--markdown", options->markdown, "As a page in Markdown")->excludes(list);
  command->add_flag("--json", options->json, "As JSON")->excludes(list)->excludes(markdown);
  command->footer(
      "Example:\n"
      "  entente validate\n"
      "  entente validate snijders-2001 --data ~/published-data\n\n"
      "Exit status: 0 nothing differs but what is known to and explained, 1 something\n"
      "else differs, 2 a case or the data are unknown or wrong.");
  command->callback([options, &status] { status = validate_cases(*options); });
}

}  // namespace entente

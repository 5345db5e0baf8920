#include <fmt/format.h>

#include <memory>

#include "analysis/store/build.h"
#include "analysis/store/verification.h"
#include "cli/commands.h"
#include "cli/screen.h"

namespace entente {
namespace {

struct VerifyOptions {
  std::string file;
  std::size_t sample = 20;
  std::uint64_t seed = 1;
};

std::string line(const std::string& text) { return wrapped(text, page_width) + "\n"; }

std::string heading(const StoredResult& result) {
  std::string text = fmt::format("{}: {} of {} · seed {}", result.file().name(),
                                 counted(result.replicates().size(), "replicate"),
                                 counted(result.variants().size(), "variant"), result.seed());
  if (const auto failed = result.file().whole_attribute("failed_runs"))
    text += fmt::format(" · {} failed", counted(static_cast<std::uint64_t>(*failed), "run"));
  if (const auto when = result.file().text_attribute("interrupted"))
    text += " · interrupted " + *when;
  return line(text);
}

std::string compared(const Verification& found, const StoredResult& result) {
  if (found.runs == 0) return "";
  std::vector<std::string> parts;
  const auto add = [&](std::uint64_t count, std::string_view what) {
    if (count > 0)
      parts.push_back(
          fmt::format("{}{} of {}", grouped(count), parts.empty() ? " numbers" : "", what));
  };
  add(found.series, "the watched series");
  add(found.metrics, "metrics");
  add(found.layers, "whole layers");
  return line(fmt::format("Ran {} of {} again and compared {} and {}.", grouped(found.runs),
                          counted(result.rows(), "run"), fmt::join(parts, ", "),
                          counted(found.decisions, "decision")));
}

/// Which build made the file, if it is not this one.
std::string makers(const StoredResult& result) {
  auto words = build_differences(result.build(), build());
  if (result.version() != version())
    words.insert(words.begin(),
                 fmt::format("entente {} there, {} here", result.version(), version()));
  if (words.empty()) return "";
  return line(fmt::format("Another build made the file: {}.", fmt::join(words, "; ")));
}

ExitStatus verify_result(const VerifyOptions& options) {
  const StoredResult result(options.file);
  const Verification found = verify(result, options.sample, options.seed);
  const Style style = Style::of_output();
  print(heading(result) + compared(found, result) + makers(result));
  print(found.same() ? style.bold("The same, bit for bit.") + "\n"
                     : style.alarm("It differs.") + "\n" + line(found.difference));
  return found.same() ? done : work_failed;
}

}  // namespace

void add_verify(CLI::App& program, ExitStatus& status) {
  auto* command =
      program.add_subcommand("verify", "Run part of a result again and compare it bit by bit");
  const auto options = std::make_shared<VerifyOptions>();
  command->add_option("FILE", options->file, "A NetCDF file that entente run wrote")->required();
  command
      ->add_option("--sample", options->sample,
                   "How many runs to repeat, of all replicates and variants (default: 20)")
      ->type_name("K")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}));
  command->add_option("--seed", options->seed, "What the choice of runs follows from (default: 1)")
      ->type_name("N");
  command->footer(
      "Example:\n"
      "  entente run scenarios/minsk-beijing-2023.toml -o result.nc\n"
      "  entente verify result.nc --sample 50\n\n"
      "Exit status: 0 all bits are the same, 1 something differs, 2 the file is no\n"
      "result, or not a whole one.");
  command->callback([options, &status] { status = verify_result(*options); });
}

}  // namespace entente

#include <fmt/format.h>

#include <memory>

#include "analysis/store/merge_studies.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "sim/core/error.h"

namespace entente {
namespace {

struct MergeOptions {
  std::string target;
  std::vector<std::string> parts;
  bool quiet = false;
};

/// "4 … 7, 12 and 3 more".
std::string ranges(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& missing) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t k = 0; k < std::min(most, missing.size()); ++k) {
    const auto [first, last] = missing[k];
    text.append(k > 0 ? ", " : "");
    text += first == last ? fmt::format("{}", first) : fmt::format("{} to {}", first, last);
  }
  if (missing.size() > most) text += fmt::format(" and {} more", missing.size() - most);
  return text;
}

std::string page(const Merge& merge, const std::string& target) {
  std::string text = hanging("Merged",
                             fmt::format("{} into {}; {} dropped", counted(merge.added, "run"),
                                         target, counted(merge.duplicates, "duplicate")),
                             10);
  return text + hanging("Complete",
                        fmt::format("{} of {}{}", grouped(merge.ended), counted(merge.runs, "run"),
                                    merge.failed > 0
                                        ? fmt::format(", of which {} failed", grouped(merge.failed))
                                        : ""),
                        10);
}

std::string missing(const Merge& merge) {
  std::string text = fmt::format("{} missing: of points {}\n",
                                 counted(merge.runs - merge.ended, "run"), ranges(merge.missing));
  if (!merge.absent.empty())
    text +=
        fmt::format("  no store was given of {} {}\n",
                    merge.absent.size() == 1 ? "shard" : "shards", fmt::join(merge.absent, ", "));
  return text + "  entente sweep with the study does what is missing\n";
}

ExitStatus merge(const MergeOptions& options) {
  const Merge found = merge_studies(options.target, {options.parts.begin(), options.parts.end()});
  if (!options.quiet) print(page(found, options.target));
  if (found.ended < found.runs) print_error(missing(found));
  return found.ended < found.runs || found.failed > 0 ? some_runs_failed : done;
}

}  // namespace

void add_merge(CLI::App& program, ExitStatus& status) {
  auto* command = program.add_subcommand("merge", "Join the shards of a study");
  const auto options = std::make_shared<MergeOptions>();
  command
      ->add_option("STUDY", options->target,
                   "The store that is to hold the whole study; made if "
                   "need be")
      ->required();
  command->add_option("PART", options->parts, "The stores of its shards")->required();
  command->add_flag("--quiet", options->quiet, "Print nothing but errors and what is missing");
  command->footer(
      "Example:\n"
      "  entente sweep deterrence.toml --shard 1/2     on one machine\n"
      "  entente sweep deterrence.toml --shard 2/2     on another\n"
      "  entente merge deterrence.db deterrence.1-of-2.db deterrence.2-of-2.db\n\n"
      "Exit status: 0 complete, 1 work failed, 2 the input is wrong, 3 runs are missing\n"
      "or failed.");
  command->callback([options, &status] { status = merge(*options); });
}

}  // namespace entente

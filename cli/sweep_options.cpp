#include "cli/sweep_options.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "analysis/sweep/slurm.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// The number that the text is, or 0.
std::uint64_t whole(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

void add_work(CLI::App& command, SweepOptions& options) {
  command.add_flag("--dry-run", options.dry_run,
                   "Do nothing but say how many runs there are, and what time, disk and memory "
                   "they would take, from a short trial");
  command
      .add_option("--threads", options.threads,
                  "How many threads work (default: all); results are the same for any number")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      .add_option("--shard", options.shard,
                  "Do the i-th of N parts of the study, on this machine; entente merge joins them")
      ->type_name("i/N");
  command
      .add_option("--timeout", options.timeout,
                  "Give a run up that takes longer, and go on with the others")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber);
  command.add_flag("--retry-failed", options.retry_failed,
                   "Do those runs again that failed before");
}

void add_results(CLI::App& command, SweepOptions& options) {
  command
      .add_option("-o,--output", options.output,
                  "The file that holds the results (default: the study's name with .db, or "
                  ".i-of-N.db for a shard); what it has is kept and not done again")
      ->type_name("FILE.db");
  command.add_flag("--force-new", options.force_new,
                   "Discard the results in that file and start afresh");
  command
      .add_option("--export-design", options.design,
                  "Write the points of the study as a table, and do no run")
      ->type_name("FILE.csv");
  command.add_flag("--quiet", options.quiet, "Print nothing but errors");
}

void add_cluster(CLI::App& command, SweepOptions& options) {
  auto* submit = command
                     .add_option("--submit", options.submit,
                                 "Write scripts that do the study on a cluster, as an array of "
                                 "shards and a job that merges them")
                     ->type_name("slurm")
                     ->check(CLI::IsMember({"slurm"}).description(""));
  command.add_flag("--now", options.now, "Submit these scripts at once")->needs(submit);
  command
      .add_option("--task-minutes", options.task_minutes,
                  "How long a task of the array should take (default: 20)")
      ->type_name("MINUTES")
      ->check(CLI::PositiveNumber)
      ->needs(submit);
  command
      .add_option("--slurm", options.slurm,
                  "An option of sbatch, such as --slurm=--partition=long; may be repeated")
      ->type_name("OPTION")
      ->allow_extra_args(false)
      ->needs(submit);
}

}  // namespace

Shard SweepOptions::shard_to_do() const {
  if (shard.empty()) return {};
  const auto slash = shard.find('/');
  const Shard asked{whole(shard.substr(0, slash)),
                    slash == std::string::npos ? 0 : whole(shard.substr(slash + 1))};
  if (asked.index < 1 || asked.index > asked.count)
    throw InputError(
        fmt::format("--shard {}: not of the form i/N with i from 1 to N, such as 2/8", shard));
  return asked;
}

std::string SweepOptions::store() const {
  if (!output.empty()) return output;
  const std::string whole =
      std::filesystem::path(study).filename().replace_extension(".db").string();
  const Shard part = shard_to_do();
  return part.whole() ? whole : shard_store(whole, part.index, part.count);
}

void add_options(CLI::App& command, SweepOptions& options) {
  command.add_option("STUDY", options.study, "The study file")->required();
  add_work(command, options);
  add_results(command, options);
  add_cluster(command, options);
}

}  // namespace entente

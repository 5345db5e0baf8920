#include "analysis/sweep/sweep.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "analysis/sweep/design_csv.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/screen.h"
#include "cli/sweep_options.h"
#include "cli/sweep_page.h"
#include "cli/sweep_submit.h"
#include "sim/core/error.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

SweepJob job_of(const SweepOptions& options, const StudyReading& reading) {
  if (!reading.warnings.empty() && !options.quiet)
    print_error(fmt::format("warning: {}; entente check {} shows {}\n",
                            counted(reading.warnings.size(), "doubtful number"),
                            reading.scenario_file.string(),
                            reading.warnings.size() == 1 ? "it" : "them"));
  return SweepJob(reading, options.shard_to_do());
}

/// How many runs a store has already.
std::uint64_t runs_in(const std::string& store, const SweepJob& job) {
  std::error_code unknown;
  if (!std::filesystem::exists(store, unknown)) return 0;
  StudyReader reader(store);
  return differences(reader.identity(), job.identity()).empty() ? reader.ended() : 0;
}

ExitStatus dry_run(const SweepOptions& options, const SweepJob& job) {
  const auto found = pilot(job.plan(), job.experiment(), job.shard(), 1.0, watch_for_interrupt());
  print(dry_run_page(job.plan(), job.shard(), found, options.threads_to_use(),
                     runs_in(options.store(), job), options.store()));
  return done;
}

/// What is said at the end, and the exit status that it calls for.
ExitStatus ended(const SweepOptions& options, const SweepJob& job, std::uint64_t now,
                 double seconds, bool stopped) {
  StudyReader results(options.store());
  const std::uint64_t ended = results.ended();
  if (!options.quiet && ended > 0)
    print(SweepPage{job.plan(), job.shard(), results, now, seconds, Style::of_output()}.text());
  const std::string failures = failures_text(results);
  print_error(failures);
  if (stopped && ended < job.runs()) {
    print_error(fmt::format("interrupted after {} of {}; the same command goes on from there\n",
                            grouped(ended), counted(job.runs(), "run")));
    return interrupted;
  }
  return failures.empty() ? done : some_runs_failed;
}

/// Does what is left to do; says how many runs that were.
std::uint64_t work(const SweepOptions& options, const SweepJob& job, Workforce& workforce,
                   Bound bound) {
  StudyStore store(
      options.store(), job.identity(),
      options.force_new ? StudyStore::Opening::force_new : StudyStore::Opening::resume);
  if (options.retry_failed) store.forget_failed();
  const std::uint64_t before = store.ended();
  std::optional<ProgressBar> progress;
  if (!options.quiet) progress.emplace(job.runs() - before, "run");
  sweep(job, store, workforce, bound, [&](std::size_t runs) {
    if (progress) progress->advance(runs);
  });
  return store.ended() - before;
}

ExitStatus sweep(const SweepOptions& options, Workforce& workforce) {
  const StudyReading reading = read_study(options.study);
  const SweepJob job = job_of(options, reading);
  if (!options.design.empty()) {
    write_design(options.design, job.plan());
    return done;
  }
  if (options.dry_run) return dry_run(options, job);
  if (!options.submit.empty()) return submit(options, job);
  const Bound bound{watch_for_interrupt(), options.timeout};
  if (workforce.serve(job.plan(), job.experiment(), bound)) return done;
  const auto begin = Clock::now();
  const std::uint64_t now = work(options, job, workforce, bound);
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  return ended(options, job, now, seconds.count(), bound.stop);
}

}  // namespace

std::unique_ptr<Workforce> in_threads(int threads) { return std::make_unique<Threads>(threads); }

void add_sweep(CLI::App& program, ExitStatus& status, MakeWorkforce make) {
  auto* command = program.add_subcommand(
      "sweep", "Run a study: many points, replicates and variants of a scenario");
  const auto options = std::make_shared<SweepOptions>();
  add_options(*command, *options);
  command->footer(
      "Example:\n"
      "  entente sweep scenarios/studies/deterrence.toml --dry-run\n"
      "  entente sweep scenarios/studies/deterrence.toml\n"
      "  entente sweep scenarios/studies/deterrence.toml --shard 2/8\n"
      "  entente sweep scenarios/studies/deterrence.toml --submit slurm\n\n"
      "What is finished is kept whatever happens: the same command goes on from there.\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong, 3 finished but some\n"
      "runs failed, 130 interrupted.");
  command->callback([options, &status, make = std::move(make)] {
    status = sweep(*options, *make(options->threads_to_use()));
  });
}

}  // namespace entente

#include "analysis/calibrate/calibrate.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "analysis/calibrate/calibration_csv.h"
#include "analysis/ensemble/crew.h"
#include "cli/calibrate_page.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/screen.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// What the command line of `entente calibrate` asks for.
struct CalibrateOptions {
  std::string plan;
  std::string output;  ///< empty: the plan's name with .db
  std::string csv;
  int threads = 0;  ///< 0: all that there are
  bool refine = false;
  bool force_new = false;
  bool quiet = false;

  int threads_to_use() const { return threads > 0 ? threads : available_threads(); }
  std::string store() const {
    if (!output.empty()) return output;
    return std::filesystem::path(plan).filename().replace_extension(".db").string();
  }
};

/// Shows on standard error how far a calibration is: a line that is rewritten on a terminal, and
/// elsewhere one every few seconds. Quick work shows nothing.
class GenerationProgress {
 public:
  GenerationProgress() : terminal_(errors_on_terminal()) {}
  GenerationProgress(const GenerationProgress&) = delete;
  GenerationProgress& operator=(const GenerationProgress&) = delete;
  ~GenerationProgress() {
    if (visible_) print_error("\r\x1b[K");
  }

  void show(const AbcSmc& smc, const CalibrationPlan& plan) {
    const auto now = Clock::now();
    if (now - shown_ < (terminal_ ? std::chrono::milliseconds(200) : std::chrono::seconds(3)))
      return;
    shown_ = now;
    visible_ = terminal_;
    const auto& state = smc.state();
    const std::string within =
        state.finished.empty() ? "" : fmt::format(" within {:.3g}", smc.tolerance());
    const std::string line =
        fmt::format("generation {}: {} of {}{}, {}", state.finished.size() + 1,
                    grouped(static_cast<std::uint64_t>(smc.accepted())),
                    counted(static_cast<std::uint64_t>(plan.particles), "particle"), within,
                    counted(state.current.size(), "attempt"));
    print_error(terminal_ ? "\r" + line + "\x1b[K" : line + "\n");
  }

 private:
  using Clock = std::chrono::steady_clock;

  Clock::time_point shown_ = Clock::now();
  bool terminal_;
  bool visible_ = false;
};

CalibrationReading read_aloud(const CalibrateOptions& options) {
  CalibrationReading reading = read_calibration(options.plan);
  if (!reading.warnings.empty() && !options.quiet)
    print_error(fmt::format("warning: {}; entente check {} shows {}\n",
                            counted(reading.warnings.size(), "doubtful number"),
                            reading.scenario_file.string(),
                            reading.warnings.size() == 1 ? "it" : "them"));
  return reading;
}

AbcSmc fit(const CalibrateOptions& options, const CalibrationJob& job, CalibrationStore& store,
           const Effort& effort) {
  GenerationProgress progress;
  return calibrate(job, store, effort, [&](const AbcSmc& smc) {
    if (!options.quiet) progress.show(smc, job.calibration());
  });
}

std::optional<Refinement> search_near(const CalibrateOptions& options, const CalibrationJob& job,
                                      CalibrationStore& store, const Effort& effort,
                                      const Generation& last) {
  const auto most = static_cast<std::int64_t>(60 * (job.priors().size() + 1));
  std::optional<ProgressBar> bar;
  if (!options.quiet) bar.emplace(static_cast<std::uint64_t>(most), "evaluation");
  const std::size_t best = posterior_of(last, job.priors()).best;
  return refine_particle(job, store, effort, last.particles[best], most, [&] {
    if (bar) bar->advance(1);
  });
}

/// What is said of simulations that failed; "" if none did.
std::string failures_of(const CalibrationStore& store) {
  if (store.failed() == 0) return "";
  return fmt::format("error: {} of {} failed and became no particles; the first: {}\n",
                     grouped(store.failed()), counted(store.attempts(), "attempt"),
                     store.first_failure());
}

ExitStatus ended(const CalibrateOptions& options, const CalibrationJob& job,
                 const CalibrationStore& store, const AbcSmc& smc, const Refinement* refinement) {
  const auto& finished = smc.state().finished;
  if (!finished.empty() && !options.quiet)
    print(CalibratePage(job, smc, Style::of_output()).text(refinement, options.store()));
  if (!finished.empty() && !options.csv.empty()) write_tables(options.csv, job, smc);
  const std::string failures = failures_of(store);
  print_error(failures);
  return failures.empty() ? done : some_runs_failed;
}

ExitStatus calibrate(const CalibrateOptions& options) {
  const CalibrationJob job(read_aloud(options));
  const Effort effort{options.threads_to_use(), watch_for_interrupt()};
  CalibrationStore store(
      options.store(), job.identity(),
      options.force_new ? CalibrationStore::Opening::force_new : CalibrationStore::Opening::resume);
  const AbcSmc smc = fit(options, job, store, effort);
  const auto& finished = smc.state().finished;
  if (finished.empty() && smc.ending() != SmcEnding::running)
    throw RunError(fmt::format("{}: of {} too few came through to make a first generation; {}",
                               options.store(), counted(store.attempts(), "attempt"),
                               store.first_failure()));
  std::optional<Refinement> refinement;
  if (options.refine && smc.ending() != SmcEnding::running)
    refinement = search_near(options, job, store, effort, finished.back());
  const ExitStatus status = ended(options, job, store, smc, refinement ? &*refinement : nullptr);
  const bool stopped = smc.ending() == SmcEnding::running || (options.refine && !refinement);
  if (!stopped) return status;
  print_error(fmt::format("interrupted after {}; the same command goes on from there\n",
                          counted(store.attempts(), "attempt")));
  return interrupted;
}

void add_calibrate_options(CLI::App& command, CalibrateOptions& options) {
  command.add_option("CALIBRATION", options.plan, "The calibration file")->required();
  command
      .add_option("-o,--output", options.output,
                  "The file that holds the results (default: the calibration's name with .db); "
                  "what it has is kept and not done again")
      ->type_name("FILE.db");
  command.add_flag("--refine", options.refine,
                   "Then search near the best particle for the least distance");
  command
      .add_option("--csv", options.csv,
                  "Write generations, particles, posterior and predictions as tables to a folder")
      ->type_name("DIR");
  command
      .add_option("--threads", options.threads,
                  "How many threads work (default: all); results are the same for any number")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command.add_flag("--force-new", options.force_new,
                   "Discard the results in that file and start afresh");
  command.add_flag("--quiet", options.quiet, "Print nothing but errors");
}

}  // namespace

void add_calibrate(CLI::App& program, ExitStatus& status) {
  auto* command =
      program.add_subcommand("calibrate", "Fit parameters of a scenario to observed series");
  const auto options = std::make_shared<CalibrateOptions>();
  add_calibrate_options(*command, *options);
  command->footer(
      "Example:\n"
      "  entente calibrate scenarios/studies/calibration.toml\n"
      "  entente calibrate scenarios/studies/calibration.toml --refine --csv tables\n\n"
      "What is finished is kept whatever happens: the same command goes on from there.\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong, 3 finished but some\n"
      "simulations failed, 130 interrupted.");
  command->callback([options, &status] { status = calibrate(*options); });
}

}  // namespace entente

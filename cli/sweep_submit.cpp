#include "cli/sweep_submit.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "analysis/store/partial_file.h"
#include "analysis/sweep/pilot.h"
#include "analysis/sweep/slurm.h"
#include "cli/interrupt.h"
#include "cli/screen.h"
#include "cli/sweep_page.h"
#include "sim/core/error.h"

namespace entente {
namespace {

void write_script(const std::string& file, const std::string& text) {
  PartialFile partial(file);
  std::ofstream out(partial.path(), std::ios::binary);
  out << text;
  out.close();
  if (!out) partial.fail("the disk is full");
  partial.commit();
}

SlurmJob slurm_job(const SweepOptions& options, const SweepJob& job, double thread_seconds) {
  SlurmJob slurm;
  slurm.name = job.plan().study().id;
  slurm.program = std::filesystem::read_symlink("/proc/self/exe").string();
  slurm.folder = std::filesystem::current_path().string();
  slurm.study = options.study;
  slurm.store = options.store();
  slurm.threads = options.threads > 0 ? options.threads : 1;
  slurm.tasks = bundles(thread_seconds, slurm.threads, options.task_minutes, job.plan().points());
  slurm.task_seconds = thread_seconds / slurm.threads / static_cast<double>(slurm.tasks);
  slurm.timeout = options.timeout;
  slurm.options = options.slurm;
  return slurm;
}

/// Submits a script; gives the number of its job.
std::string sbatch(const std::string& arguments) {
  const std::string command = "sbatch --parsable " + arguments;
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) throw RunError("sbatch cannot be run; is this machine part of a Slurm cluster?");
  std::array<char, 200> line{};
  const bool answered = std::fgets(line.data(), line.size(), pipe) != nullptr;
  if (pclose(pipe) != 0 || !answered)
    throw RunError(
        fmt::format("{} failed; the scripts are written, and can be submitted by hand", command));
  const std::string number = line.data();
  return number.substr(0, number.find_first_of("\n;"));
}

}  // namespace

ExitStatus submit(const SweepOptions& options, const SweepJob& job) {
  if (!job.shard().whole())
    throw InputError("--submit: makes the shards itself; leave --shard out");
  const auto found = pilot(job.plan(), job.experiment(), job.shard(), 2.0, watch_for_interrupt());
  const double seconds = found.seconds_per_run * static_cast<double>(job.runs());
  const SlurmJob slurm = slurm_job(options, job, seconds);
  const std::string array = slurm.name + ".array.sh", merge = slurm.name + ".merge.sh";
  write_script(array, slurm_array(slurm));
  write_script(merge, slurm_merge(slurm));
  print(hanging("Runs", size_of(job.plan(), {}), 10));
  print(hanging(
      "Tasks",
      fmt::format("{} of about {} on {} each", grouped(slurm.tasks), duration(slurm.task_seconds),
                  counted(static_cast<std::uint64_t>(slurm.threads), "processor")),
      10));
  print(hanging("Scripts", fmt::format("{}, {}", array, merge), 10));
  if (!options.now) {
    print(
        fmt::format("\nTo submit them, or let --now do it:\n"
                    "  job=$(sbatch --parsable {})\n"
                    "  sbatch --dependency=afterany:$job {}\n",
                    array, merge));
    return done;
  }
  const std::string number = sbatch(array);
  const std::string last = sbatch(fmt::format("--dependency=afterany:{} {}", number, merge));
  print(fmt::format("\nSubmitted as job {}; job {} merges the results into {}.\n", number, last,
                    slurm.store));
  return done;
}

}  // namespace entente

#include "analysis/sweep/slurm.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/study/shell_word.h"

namespace entente {
namespace {

constexpr double minute = 60.0;
constexpr double shortest_limit = 10 * minute, longest_task = 60 * minute;
constexpr double usual_most_tasks = 1000;

/// "1:30:00", with room for a slow node.
std::string time_limit(double seconds) {
  const auto minutes =
      static_cast<long>(std::ceil(std::max(3.0 * seconds, shortest_limit) / minute));
  return fmt::format("{}:{:02}:00", minutes / 60, minutes % 60);
}

std::string without_ending(const std::string& store) {
  return store.ends_with(".db") ? store.substr(0, store.size() - 3) : store;
}

std::string head(const SlurmJob& job, const std::string& name, const std::string& log) {
  std::string text = fmt::format(
      "#!/bin/bash\n"
      "#SBATCH --job-name={}\n"
      "#SBATCH --output={}\n",
      shell_word(name), shell_word(log));
  for (const auto& option : job.options) text += fmt::format("#SBATCH {}\n", option);
  return text;
}

}  // namespace

std::uint64_t bundles(double thread_seconds, int threads_of_a_task, double minutes,
                      std::uint64_t points) {
  const double seconds = thread_seconds / std::max(threads_of_a_task, 1);
  const double most = std::max(usual_most_tasks, seconds / longest_task);
  const double wanted = std::ceil(std::min(seconds / (minutes * minute), most));
  return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(wanted), 1,
                                   std::max<std::uint64_t>(points, 1));
}

std::string shard_store(const std::string& store, std::uint64_t index, std::uint64_t count) {
  return fmt::format("{}.{}-of-{}.db", without_ending(store), index, count);
}

std::string slurm_array(const SlurmJob& job) {
  std::string text = head(job, job.name, job.name + ".%A-%a.log");
  text += fmt::format(
      "#SBATCH --array=1-{}\n"
      "#SBATCH --cpus-per-task={}\n"
      "#SBATCH --time={}\n"
      "#SBATCH --requeue\n"
      "#SBATCH --open-mode=append\n"
      "# Each task does its shard of the study. Killed, requeued or submitted again, it goes on\n"
      "# where it was; what has been done is kept.\n"
      "cd {} || exit 2\n"
      "exec {} sweep {} --shard \"$SLURM_ARRAY_TASK_ID/{}\" --threads {}{} \\\n"
      "  -o {}.\"$SLURM_ARRAY_TASK_ID\"-of-{}.db --quiet\n",
      job.tasks, job.threads, time_limit(job.task_seconds), shell_word(job.folder),
      shell_word(job.program), shell_word(job.study), job.tasks, job.threads,
      job.timeout > 0.0 ? fmt::format(" --timeout {}", job.timeout) : "",
      shell_word(without_ending(job.store)), job.tasks);
  return text;
}

std::string slurm_merge(const SlurmJob& job) {
  std::string text = head(job, job.name + "-merge", job.name + ".merge.log");
  text += fmt::format("#SBATCH --cpus-per-task=1\ncd {} || exit 2\nexec {} merge {}",
                      shell_word(job.folder), shell_word(job.program), shell_word(job.store));
  for (std::uint64_t task = 1; task <= job.tasks; ++task)
    text += fmt::format(" \\\n  {}", shell_word(shard_store(job.store, task, job.tasks)));
  return text + "\n";
}

}  // namespace entente

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// What a study needs of a Slurm cluster.
struct SlurmJob {
  std::string name;
  std::string program;  ///< the entente to run, by its full path
  std::string folder;   ///< where it was called, and runs
  std::string study;    ///< the study file, from there
  std::string store;    ///< where the merged results go; shards beside it
  std::uint64_t tasks = 1;
  double task_seconds = 0.0;         ///< how long a task is expected to take
  int threads = 1;                   ///< of a task
  double timeout = 0.0;              ///< of a run; 0: none
  std::vector<std::string> options;  ///< further options of sbatch, such as --partition=x
};

/// The store of one shard of a study whose results go to `store`: "s.db" has "s.2-of-8.db".
std::string shard_store(const std::string& store, std::uint64_t index, std::uint64_t count);

/// Into how many tasks of `minutes` each work of so many thread seconds is bundled: at most as many
/// as there are points, and at most 1,000 as long as a task then takes no more than an hour.
std::uint64_t bundles(double thread_seconds, int threads_of_a_task, double minutes,
                      std::uint64_t points);

/// The script of an array job with one task a shard. It can be killed, requeued and run twice.
std::string slurm_array(const SlurmJob& job);

/// The script of the job that merges the shards afterwards, however they ended.
std::string slurm_merge(const SlurmJob& job);

}  // namespace entente

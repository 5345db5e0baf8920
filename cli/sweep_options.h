#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/ensemble/crew.h"
#include "analysis/sweep/order.h"

namespace entente {

/// What the command line of `entente sweep` asks for.
struct SweepOptions {
  std::string study;
  std::string output;  ///< empty: the study file's name with .db
  std::string shard;   ///< "i/N", or empty
  int threads = 0;     ///< 0: all that there are
  double timeout = 0.0;
  bool dry_run = false;
  bool retry_failed = false;
  bool force_new = false;
  bool quiet = false;
  std::string design;  ///< where to write the points, or empty

  std::string submit;  ///< "slurm", or empty
  bool now = false;
  double task_minutes = 20.0;
  std::vector<std::string> slurm;  ///< options of sbatch

  int threads_to_use() const { return threads > 0 ? threads : available_threads(); }
  /// Throws `InputError` for what is not i/N with 1 ≤ i ≤ N.
  Shard shard_to_do() const;
  /// Where the results go.
  std::string store() const;
};

void add_options(CLI::App& command, SweepOptions& options);

}  // namespace entente

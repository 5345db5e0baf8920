#pragma once

#include <atomic>
#include <cstdint>

#include "analysis/study/experiment.h"
#include "analysis/sweep/order.h"

namespace entente {

/// What a short trial of a study tells of the whole.
struct Pilot {
  std::uint64_t runs = 0;          ///< tried
  std::uint64_t failed = 0;        ///< of these
  double seconds_per_run = 0.0;    ///< of one thread, the making of points included
  double bytes_per_run = 0.0;      ///< on the disk
  std::uint64_t memory_bytes = 0;  ///< of the process
};

/// Does the first runs of a study, for about `seconds`, and keeps nothing.
Pilot pilot(const Plan& plan, const Experiment& experiment, Shard shard, double seconds,
            const std::atomic<bool>& stop);

}  // namespace entente

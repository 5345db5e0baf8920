#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/engine/state.h"
#include "sim/events/commitments.h"

namespace entente {

/// Where one replicate was when a burn-in ended.
struct BurntRun {
  SimulationState state;
  std::vector<CommitmentEnd> commitments;  ///< those that had ended by then
  std::string failure;  ///< why it failed before, or empty; the state then says nothing
};

/// Replicates of one variant, run once up to a tick, from which other variants go on.
class BurnIn {
 public:
  BurnIn() = default;
  BurnIn(const BurnIn&) = delete;
  BurnIn& operator=(const BurnIn&) = delete;
  virtual ~BurnIn() = default;

  /// Reads one replicate, reusing the memory of `run`. Any thread may call it at any time.
  virtual void read(std::uint64_t replicate, BurntRun& run) const = 0;
};

}  // namespace entente

#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/ensemble/record.h"

namespace entente {

/// What becomes of results: a file, a table, a summary, a progress bar.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  /// Takes one replicate: its record in every variant, in the ensemble's order. Called for one
  /// replicate after the other, in order, never twice at the same time.
  virtual void take(std::span<const RunRecord> replicate) = 0;
};

/// How an ensemble went.
struct Tally {
  struct Failure {
    std::size_t variant = 0;
    std::uint64_t replicate = 0;
    std::string message;
  };
  static constexpr std::size_t most_failures = 5;  ///< of which the message is kept

  std::uint64_t replicates = 0;  ///< finished in every variant and handed to the sinks
  std::uint64_t failed = 0;      ///< runs among them that failed
  std::vector<Failure> failures;
  bool interrupted = false;
};

/// Runs an ensemble on `threads` threads and hands every replicate to the sinks. Neither results
/// nor their order depend on the number of threads, and memory does not grow with the number of
/// runs. A run that fails is recorded as such and the others go on; once `stop` is set, only what
/// is complete up to the first replicate that is not is handed on.
///
/// Throws `InputError` if a watched path is unknown, and what the sinks throw.
Tally conduct(const Ensemble& ensemble, std::span<Sink* const> sinks, int threads,
              const std::atomic<bool>& stop);

}  // namespace entente

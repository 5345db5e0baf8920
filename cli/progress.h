#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "analysis/ensemble/conduct.h"

namespace entente {

/// Shows on standard error how far long work is: a bar on a terminal, with rate and time left, and
/// elsewhere a plain line every few seconds. Quick work shows nothing.
class Progress final : public Sink {
 public:
  explicit Progress(std::uint64_t replicates);
  ~Progress() override;

  void take(std::span<const RunRecord> replicate) override;

 private:
  using Clock = std::chrono::steady_clock;

  std::string line(double seconds) const;
  void show(double seconds);

  std::uint64_t replicates_;
  std::uint64_t done_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
  bool terminal_;
  bool visible_ = false;  ///< whether a bar stands on the terminal
};

}  // namespace entente

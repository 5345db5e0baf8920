#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "analysis/ensemble/conduct.h"

namespace entente {

/// Shows on standard error how far long work is: a bar on a terminal, with rate and time left, and
/// elsewhere a plain line every few seconds. Quick work shows nothing.
class ProgressBar {
 public:
  /// `unit`: of what there is so much to do, in the singular.
  ProgressBar(std::uint64_t all, std::string unit);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  /// So many more are done.
  void advance(std::uint64_t count);

 private:
  using Clock = std::chrono::steady_clock;

  std::string line(double seconds) const;
  void show(double seconds);

  std::uint64_t all_;
  std::string unit_;
  std::uint64_t done_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
  bool terminal_;
  bool visible_ = false;  ///< whether a bar stands on the terminal
};

/// The progress of an ensemble, by replicates.
class Progress final : public Sink {
 public:
  explicit Progress(std::uint64_t replicates) : bar_(replicates, "replicate") {}

  void take(std::span<const RunRecord>) override { bar_.advance(1); }

 private:
  ProgressBar bar_;
};

}  // namespace entente

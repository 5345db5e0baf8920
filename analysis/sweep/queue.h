#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/sweep/order.h"

namespace entente {

/// Hands out the runs of a study that are not done yet, in order, in portions that take a thread
/// about a tenth of a second: long enough that handing out costs nothing, short enough that little
/// is lost when the power is. What a run gives does not depend on its portion. For one thread at a
/// time.
class Queue {
 public:
  using Seconds = std::chrono::duration<double>;
  static constexpr Seconds portion_time{0.1};
  static constexpr std::size_t largest_portion = 4096;

  /// `done`: whether a run, by its number, need not be done.
  Queue(const Plan& plan, Shard shard, std::function<bool(std::uint64_t)> done)
      : order_(plan, shard), numbering_(plan.numbering()), done_(std::move(done)) {}

  /// The next runs to do; none if all are done or handed out.
  std::vector<RunKey> next();
  /// Tells how long a portion took, from which the size of the next ones follows.
  void took(std::size_t runs, Seconds time);

 private:
  Order order_;
  RunNumbering numbering_;
  std::function<bool(std::uint64_t)> done_;
  std::uint64_t position_ = 0;  ///< in the order of runs
  std::uint64_t point_ = 0;     ///< the point there
  std::size_t size_ = 1;
};

}  // namespace entente

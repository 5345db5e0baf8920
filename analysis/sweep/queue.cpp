#include "analysis/sweep/queue.h"

#include <algorithm>

namespace entente {

std::vector<RunKey> Queue::next() {
  std::vector<RunKey> portion;
  const std::uint64_t runs = order_.runs(), per_point = numbering_.runs_per_point();
  for (; position_ < runs && portion.size() < size_; ++position_) {
    const std::uint64_t within = position_ % per_point;
    if (within == 0) point_ = order_.point(position_ / per_point);
    const std::uint64_t number = point_ * per_point + within;
    if (!done_(number)) portion.push_back(numbering_.key_of(number));
  }
  return portion;
}

void Queue::took(std::size_t runs, Seconds time) {
  const double rate = static_cast<double>(runs) / std::max(time.count(), 1e-9);
  const auto fitting = static_cast<std::size_t>(std::min(rate * portion_time.count(), 1e9));
  size_ = std::clamp<std::size_t>(fitting, 1, std::min(2 * size_, largest_portion));
}

}  // namespace entente

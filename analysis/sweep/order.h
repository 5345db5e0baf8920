#pragma once

#include <cstdint>

#include "analysis/study/study.h"

namespace entente {

/// One of N parts of a study, which has every N-th of its points in the order in which they are
/// run, so that each part is balanced in itself.
struct Shard {
  std::uint64_t index = 1;  ///< from 1
  std::uint64_t count = 1;

  bool whole() const { return count == 1; }
};

/// The runs of a shard in the order in which they are done: by points in the plan's interleaved
/// order, in each by replicates, in those by variants.
class Order {
 public:
  Order(const Plan& plan, Shard shard) : plan_(plan), shard_(shard) {}

  std::uint64_t points() const {
    const std::uint64_t all = plan_.points();
    return all < shard_.index ? 0 : (all - shard_.index) / shard_.count + 1;
  }
  std::uint64_t runs() const { return points() * plan_.numbering().runs_per_point(); }
  /// The k-th point.
  std::uint64_t point(std::uint64_t k) const {
    return plan_.in_order(k * shard_.count + shard_.index - 1);
  }

 private:
  const Plan& plan_;
  Shard shard_;
};

}  // namespace entente

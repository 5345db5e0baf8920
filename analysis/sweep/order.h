#pragma once

#include <cstdint>

#include "analysis/study/study.h"

namespace entente {

/// One of N parts of a study: of every N points in a row, in the order in which they are run, it
/// has one, drawn by a fixed rule, so that each part is spread over the whole study.
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
    const std::uint64_t rounds = plan_.points() / shard_.count;
    return rounds + (place_in(rounds) < plan_.points() % shard_.count ? 1 : 0);
  }
  std::uint64_t runs() const { return points() * plan_.numbering().runs_per_point(); }
  /// The k-th point.
  std::uint64_t point(std::uint64_t k) const {
    return plan_.in_order(k * shard_.count + place_in(k));
  }

 private:
  /// Which of a round's N points the shard has: the next one in every round, and one further after
  /// every N rounds, since a grid may have a period of N points.
  std::uint64_t place_in(std::uint64_t round) const {
    return (shard_.index - 1 + round % shard_.count + round / shard_.count) % shard_.count;
  }

  const Plan& plan_;
  Shard shard_;
};

}  // namespace entente

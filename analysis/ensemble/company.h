#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/types.h"

namespace entente {

/// The camps that runs end in, taken together.
struct Camps {
  struct Member {
    Index actor = 0;
    double loyalty = 0.0;  ///< the share of runs in which it sides with an average fellow member
  };
  static constexpr double firm = 0.8;  ///< the loyalty from which an actor counts as decided

  std::vector<Member> one, other;  ///< the camp of actor 0, and the other; by actor
};

/// Counts in how many runs two actors end in the same camp.
class Company {
 public:
  explicit Company(Index actors) : together_(actors, actors) { together_.setZero(); }

  /// Adds the camps of one run, ±1 for each actor.
  void add(const std::vector<int>& camps);

  std::uint64_t runs() const { return runs_; }
  /// The share of runs in which i and j end in the same camp.
  double together(Index i, Index j) const;
  /// The partition that fits these shares best, as `camps` finds it in alignments.
  Camps camps() const;

 private:
  double loyalty(Index actor, const std::vector<int>& side) const;

  std::uint64_t runs_ = 0;
  Eigen::Matrix<std::int64_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> together_;
};

}  // namespace entente

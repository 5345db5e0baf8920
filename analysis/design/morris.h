#pragma once

#include "analysis/design/design.h"

namespace entente {

/// A step of a trajectory: which factor changes, and by what share of its whole range.
struct MorrisStep {
  std::size_t factor = 0;
  double share = 0.0;  ///< positive where the factor rises
};

/// Trajectories through the unit cube, from a random point in steps of one factor at a time, every
/// factor once, in random order: k + 1 points of k factors. Point t (k + 1) + s has taken the first
/// s steps of trajectory t, and any number of points from the first on is whole trajectories and
/// part of one.
///
/// A range has p levels l / (p − 1), p even, and steps by Δ = p / (2 (p − 1)): up from a level
/// below one half or down from one above, so that all levels are as likely. Of L discrete values a
/// step passes ⌊L/2⌋, up or down; where L is odd, the middle value is met twice as often as others.
///
/// Source: Morris, Technometrics 33 (1991) 161.
class Morris final : public Design {
 public:
  /// At least one trajectory; `levels` even; a discrete factor has two values or more.
  Morris(std::uint64_t trajectories, std::uint64_t levels, std::vector<Factor> factors,
         std::uint64_t seed);

  std::uint64_t trajectories() const { return trajectories_; }
  std::size_t trajectory_points() const { return factors_.size() + 1; }
  /// The steps of a trajectory, in order.
  std::vector<MorrisStep> steps(std::uint64_t trajectory) const;

  std::uint64_t points() const override { return trajectories_ * trajectory_points(); }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  /// How one factor goes through a trajectory.
  struct Move {
    std::uint64_t from = 0, to = 0;  ///< levels
    std::size_t when = 0;            ///< the number of its step
  };
  std::vector<Move> moves(std::uint64_t trajectory) const;
  std::uint64_t levels_of(const Factor& factor) const {
    return factor.discrete ? factor.levels : levels_;
  }

  std::uint64_t trajectories_, levels_, seed_;
  std::vector<Factor> factors_;
};

}  // namespace entente

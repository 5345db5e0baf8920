#pragma once

#include <vector>

#include "analysis/design/chance.h"
#include "analysis/design/design.h"

namespace entente {

/// For elementary effects: r random trajectories of k + 1 points, in each of which every factor is
/// moved once, up or down, by about half its range: Δ = p / (2 (p − 1)) on p levels, or half of its
/// values if it is discrete.
///
/// Source: Morris, Technometrics 33 (1991) 161.
class Morris final : public Design {
 public:
  Morris(std::uint64_t trajectories, std::uint64_t levels, std::vector<Factor> factors,
         std::uint64_t seed);

  std::uint64_t points() const override { return trajectories_ * (factors_.size() + 1); }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  /// The place of each factor in the order in which a trajectory moves them, from 1.
  std::vector<std::size_t> order(std::uint64_t trajectory) const;

  std::uint64_t trajectories_;
  std::vector<Factor> factors_;  ///< all with levels
  Chance chance_;
};

}  // namespace entente

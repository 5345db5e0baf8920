#pragma once

#include <vector>

#include "analysis/design/chance.h"
#include "analysis/design/design.h"

namespace entente {

/// n points of which each factor has one in each of n equal strata, at random within it; the strata
/// of the factors are paired at random.
///
/// The permutation of each factor is a Feistel network on the next power of four, walked until it
/// comes back below n (Black & Rogaway 2002), so that no table is kept.
///
/// Source: McKay, Beckman & Conover, Technometrics 21 (1979) 239.
class LatinHypercube final : public Design {
 public:
  LatinHypercube(std::uint64_t points, std::vector<Factor> factors, std::uint64_t seed);

  std::uint64_t points() const override { return points_; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  std::uint64_t stratum(std::uint64_t point, std::uint32_t factor) const;
  std::uint64_t shuffled(std::uint64_t number, std::uint32_t factor) const;

  std::uint64_t points_;
  std::vector<Factor> factors_;
  Chance chance_;
  unsigned half_bits_ = 1;  ///< of the network
};

}  // namespace entente

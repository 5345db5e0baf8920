#pragma once

#include "analysis/design/design.h"
#include "analysis/design/permutation.h"

namespace entente {

/// A Latin hypercube: the range of every factor is cut into as many strata as there are points, and
/// each stratum has one point, anywhere in it.
///
///   u_kj = (π_j(k) + v_kj) / n        π_j a random permutation, v_kj uniform on [0, 1)
///
/// The order of the points is random, so that the first ones are a simple random sample.
///
/// Source: McKay, Beckman & Conover, Technometrics 21 (1979) 239.
class LatinHypercube final : public Design {
 public:
  /// 1 ≤ points ≤ 10¹².
  LatinHypercube(std::uint64_t points, std::vector<Factor> factors, std::uint64_t seed);

  std::uint64_t points() const override { return points_; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  std::uint64_t points_, seed_;
  std::vector<Factor> factors_;
  std::vector<Permutation> strata_;
};

}  // namespace entente

#pragma once

#include "analysis/design/design.h"
#include "analysis/design/digital_net.h"

namespace entente {

/// Points of a digital net, sobol or niederreiter, scrambled by the seed: any number of them, from
/// the first on, is spread evenly, best if it is a power of 2.
class LowDiscrepancy final : public Design {
 public:
  /// 1 ≤ points ≤ 10¹²; as many factors as the net has dimensions.
  LowDiscrepancy(NetType type, std::uint64_t points, std::vector<Factor> factors,
                 std::uint64_t seed);

  std::uint64_t points() const override { return points_; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  std::uint64_t points_;
  std::vector<Factor> factors_;
  DigitalNet net_;
};

}  // namespace entente

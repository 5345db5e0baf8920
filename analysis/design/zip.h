#pragma once

#include "analysis/design/design.h"

namespace entente {

/// Point k has the k-th level of every factor. The order of running strides over the levels by the
/// golden ratio, so that the first points span all ranges.
class Zip final : public Design {
 public:
  /// All factors have so many levels, ≥ 1 (2 if any is a range).
  Zip(std::uint64_t levels, std::vector<Factor> factors);

  std::uint64_t points() const override { return levels_; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;
  std::uint64_t in_order(std::uint64_t k) const override;

 private:
  std::uint64_t levels_, stride_;
  std::vector<Factor> factors_;
};

}  // namespace entente

#pragma once

#include <vector>

#include "analysis/design/design.h"

namespace entente {

/// Every combination of levels: the number of a point is that of its levels in mixed radix, the
/// last factor varying fastest.
class Grid final : public Design {
 public:
  explicit Grid(std::vector<Factor> factors);

  std::uint64_t points() const override { return points_; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;
  /// k·s mod n with s coprime to n and next to n over the golden ratio: a walk that fills the grid
  /// evenly (a Kronecker sequence), however early it ends.
  std::uint64_t in_order(std::uint64_t k) const override;

 private:
  std::vector<Factor> factors_;
  std::uint64_t points_ = 1, stride_ = 1;
};

/// Level k of each factor at point k; all have as many.
class Zip final : public Design {
 public:
  explicit Zip(std::vector<Factor> factors) : factors_(std::move(factors)) {}

  std::uint64_t points() const override { return factors_.front().levels; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override {
    for (std::size_t f = 0; f < factors_.size(); ++f) unit[f] = factors_[f].coordinate(point);
  }

 private:
  std::vector<Factor> factors_;
};

}  // namespace entente

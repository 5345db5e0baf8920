#pragma once

#include "analysis/design/design.h"
#include "analysis/design/digital_net.h"

namespace entente {

/// Which point of a Saltelli design is which: row by row of the base sample, in a row first A, then
/// AB_1 … AB_k, then B. Any number of points from the first on is whole rows and part of one.
struct SaltelliLayout {
  std::uint64_t rows = 0;
  std::size_t factors = 0;

  std::size_t row_points() const { return factors + 2; }
  std::uint64_t points() const { return rows * row_points(); }
  std::uint64_t row_of(std::uint64_t point) const { return point / row_points(); }
  /// The place of a point in its row: 0 for A, i + 1 for AB_i (i from 0), k + 1 for B.
  std::size_t place_of(std::uint64_t point) const {
    return static_cast<std::size_t>(point % row_points());
  }

  static constexpr std::size_t a() { return 0; }
  std::size_t ab(std::size_t factor) const { return factor + 1; }
  std::size_t b() const { return factors + 1; }
};

/// The points for Sobol indices: N rows of a Sobol sequence in 2k dimensions, scrambled by the
/// seed; AB_i is A with coordinate i from B.
///
///   A_j = u_{2j}, B_j = u_{2j+1}        j from 0
///
/// Both samples draw on the first dimensions, which are spread best. On the test models, errors of
/// 256 and 512 rows are smaller by a tenth to three quarters than with A from the first k
/// dimensions and B from the rest; those of more rows are now smaller, now larger.
///
/// Source: Saltelli et al., Computer Physics Communications 181 (2010) 259.
class Saltelli final : public Design {
 public:
  /// At least one row; as many factors as half the dimensions of a Sobol sequence.
  Saltelli(std::uint64_t rows, std::vector<Factor> factors, std::uint64_t seed);

  const SaltelliLayout& layout() const { return layout_; }
  std::uint64_t points() const override { return layout_.points(); }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  SaltelliLayout layout_;
  std::vector<Factor> factors_;
  DigitalNet net_;
};

}  // namespace entente

#pragma once

#include <utility>
#include <vector>

#include "analysis/design/low_discrepancy.h"

namespace entente {

/// Which points make up one row of a Saltelli design of k factors: k + 2 in a row.
struct SaltelliRow {
  std::size_t factors = 0;
  std::uint64_t row = 0;

  std::uint64_t size() const { return factors + 2; }
  std::uint64_t a() const { return row * size(); }
  /// A, but factor i from B.
  std::uint64_t ab(std::size_t i) const { return a() + 1 + i; }
  std::uint64_t b() const { return a() + factors + 1; }
};

/// For Sobol indices: of each of N rows of a Sobol' sequence in 2k dimensions the first half A, the
/// second half B, and A with each factor in turn from B.
///
/// Source: Saltelli et al., Comput. Phys. Commun. 181 (2010) 259.
class Saltelli final : public Design {
 public:
  Saltelli(std::uint64_t rows, std::vector<Factor> factors);

  std::uint64_t points() const override { return base_.points() * (factors_.size() + 2); }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;

 private:
  std::vector<Factor> factors_;
  SobolSequence base_;
};

}  // namespace entente

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Which directions the points of a digital net take.
enum class NetType { sobol, niederreiter };

/// A low-discrepancy sequence in base 2, each point made when it is asked for.
///
///   x_nj = shift_j ⊕ ⊕_{r : bit r of n ⊕ ⌊n/2⌋ is set} V_rj        u_nj = x_nj / 2⁶⁴
///
/// The direction numbers V are those of Boost.Random's engines (Joe & Kuo's for Sobol). The shift,
/// random and one for the whole sequence, keeps the first 2^m points as even as they are; with it
/// point 0 is no corner of the cube and stays, as the sequence would be less even without it.
///
/// Source: Antonov & Saleev, USSR Comput. Math. Math. Phys. 19 (1980) 252; Joe & Kuo, SIAM J. Sci.
/// Comput. 30 (2008) 2635; Bratley, Fox & Niederreiter, ACM TOMACS 2 (1992) 195; Owen, in MCQMC
/// 2020, on dropping the first point.
class DigitalNet {
 public:
  /// 1 ≤ dimensions ≤ `most_dimensions(type)`; 1 ≤ points ≤ 10¹².
  DigitalNet(NetType type, std::size_t dimensions, std::uint64_t points, std::uint64_t seed);

  static std::size_t most_dimensions(NetType type);

  std::size_t dimensions() const { return shift_.size(); }
  /// Writes the coordinates of a point, in [0, 1): so many, from a dimension on.
  void at(std::uint64_t point, std::size_t first, std::span<double> unit) const;

 private:
  std::vector<std::uint64_t> shift_;
  std::vector<std::uint64_t> directions_;  ///< bit by bit, in it dimension by dimension
};

}  // namespace entente

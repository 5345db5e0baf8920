#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Which directions the points of a digital net take.
enum class NetType { sobol, niederreiter };

/// A low-discrepancy sequence in base 2, each point made when it is asked for.
///
///   x_nj = shift_j ⊕ ⊕_{r : bit r of n ⊕ ⌊n/2⌋ is set} V_rj        u_nj = x_nj / 2⁶⁴
///
/// The direction numbers V are those of Boost.Random's engines (Joe & Kuo's for Sobol), and there
/// is no shift, until it is scrambled.
///
/// Source: Antonov & Saleev, USSR Comput. Math. Math. Phys. 19 (1980) 252; Joe & Kuo, SIAM J. Sci.
/// Comput. 30 (2008) 2635; Bratley, Fox & Niederreiter, ACM TOMACS 2 (1992) 195.
class DigitalNet {
 public:
  /// 1 ≤ dimensions ≤ `most_dimensions(type)`; 1 ≤ points ≤ 10¹².
  DigitalNet(NetType type, std::size_t dimensions, std::uint64_t points);

  /// Multiplies the direction numbers of each dimension by a random triangular matrix of bits, and
  /// shifts all points at random. Each point is then uniform in the cube, and 2^m of them are as
  /// even as before, but what they leave uneven is left to chance: of Sobol's first 256 points,
  /// some pairs of dimensions are badly so. The origin is no corner any more and stays, as the
  /// sequence would be less even without it.
  ///
  /// Source: Matoušek, J. Complexity 14 (1998) 527; Owen, in MCQMC 2020, on dropping the first
  /// point.
  void scramble(std::uint64_t seed);

  static std::size_t most_dimensions(NetType type);

  std::size_t dimensions() const { return shift_.size(); }
  /// A coordinate of a point, in [0, 1).
  double coordinate(std::uint64_t point, std::size_t dimension) const;

 private:
  std::vector<std::uint64_t> shift_;
  std::vector<std::uint64_t> directions_;  ///< bit by bit, in it dimension by dimension
};

}  // namespace entente

#pragma once

#include "analysis/design/design.h"

namespace entente {

/// Every combination of the factors' levels. Of the point's number in mixed radix, the last factor
/// is the digit that changes fastest.
///
/// The order of running is a fractional factorial at every length. With factors taken from the one
/// with most levels L₀ to the one with fewest, and d_i the digits of k in their radices, factor j
/// runs through
///
///   e_j = (Σ_{i<j} j^i d_i + d_j) mod L_j        at level (e_j s_j) mod L_j
///
/// s_j a stride of L_j near √p of it, p the j-th prime, modulo 1. The map is triangular, so that
/// it reaches every combination once; any L₀ points in a row that begin at a multiple of L₀ give
/// each factor each of its levels equally often, or but once more; and where all L_j are one prime,
/// at least the number of factors, the first L² points give each pair of factors each pair of
/// levels once. The strides keep even the first L₀ points off the cube's diagonal.
///
/// Source: Bose & Bush, Annals of Mathematical Statistics 23 (1952) 508, on orthogonal arrays from
/// polynomials.
class Grid final : public Design {
 public:
  /// How many levels each factor has, ≥ 1 (2 in a range); at most 10¹² points in all.
  struct Axis {
    std::uint64_t levels = 1;
    bool discrete = false;
  };
  explicit Grid(std::vector<Axis> axes);

  std::uint64_t points() const override { return points_; }
  std::size_t factors() const override { return axes_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override;
  std::uint64_t in_order(std::uint64_t k) const override;

 private:
  /// A factor in the order of running.
  struct Wheel {
    std::uint64_t levels = 1;
    std::uint64_t stride = 1;
    std::uint64_t place = 1;  ///< by how much a level more raises the point's number
  };

  std::vector<Axis> axes_;
  std::vector<Wheel> wheels_;
  std::uint64_t points_ = 1;
};

}  // namespace entente

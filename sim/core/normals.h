#pragma once

#include <array>

#include "sim/core/draws.h"

namespace entente {

/// Standard normal draws, many at a time, by Box & Muller (Annals of Math. Statistics 29 (1958)
/// 610): each 64-bit number of a stream gives two,
///
///   r cos θ, r sin θ   with r = √(−2 ln u₁), θ = 2π u₂
///
/// u₁ and u₂ being its lower and upper half as multiples of 2⁻³² (u₁ at the middle of its cell, so
/// that r stays below 6.8, beyond which lies a share of 10⁻¹¹).
///
/// Unlike the ziggurat of Boost.Random it rejects nothing: draw k is a function of k alone, and the
/// compiler vectorises it. Only IEEE operations, so the bits are the same under every compiler.
class Normals {
 public:
  explicit Normals(BulkStream stream) : stream_(stream) {}

  /// Adds `scale` times the next `count` draws to `values`.
  void add_to(double* values, Index count, double scale);

 private:
  void refill();

  static constexpr std::size_t numbers = BulkStream::numbers;
  BulkStream stream_;
  std::array<double, 2 * numbers> draws_;
  std::size_t next_ = 2 * numbers;
};

}  // namespace entente

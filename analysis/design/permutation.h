#pragma once

#include <cstddef>
#include <cstdint>

namespace entente {

/// A random permutation of 0 … n − 1 that is computed, not stored: n may be 10¹².
///
/// Numbers of twice h bits, the least with 4^h ≥ n, are permuted by a Feistel network of six rounds
/// whose round function is Philox at (seed, factor, round, half); what falls outside 0 … n − 1 is
/// permuted again until it falls inside (cycle walking), fewer than four times on average.
///
/// Source: Luby & Rackoff, SIAM J. Computing 17 (1988) 373; Black & Rogaway, CT-RSA 2002.
class Permutation {
 public:
  /// 1 ≤ n ≤ 10¹². A permutation of its own for each seed and factor.
  Permutation(std::uint64_t n, std::uint64_t seed, std::size_t factor);

  std::uint64_t operator()(std::uint64_t k) const;

 private:
  std::uint64_t network(std::uint64_t number) const;

  std::uint64_t n_, seed_;
  std::size_t factor_;
  unsigned half_bits_;
};

}  // namespace entente

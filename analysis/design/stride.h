#pragma once

#include <cstdint>

namespace entente {

/// A number coprime to n, near `share` of n, whose multiples modulo n run through 0 … n − 1 such
/// that the first ones, however many, lie about evenly spaced; n ≥ 1, 0 < share < 1.
///
/// Of the numbers within 100 of n·share it is the one that n has the smallest quotients with in
/// Euclid's algorithm, and of several the nearest: with quotients of at most q no gap among the
/// first k multiples is longer than (q + 2) n / k.
///
/// Source: Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods (1992),
/// section 5.1, on good lattice points by small partial quotients.
std::uint64_t stride(std::uint64_t n, double share);

/// The share whose multiples fill a circle most evenly: 1/φ, the golden ratio's inverse.
inline constexpr double golden_share = 0.6180339887498949;

/// k·step mod n; k, step < n or n = 1.
std::uint64_t strided(std::uint64_t k, std::uint64_t step, std::uint64_t n);

}  // namespace entente

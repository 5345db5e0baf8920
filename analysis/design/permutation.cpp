#include "analysis/design/permutation.h"

#include <algorithm>
#include <bit>

#include "analysis/design/design_draws.h"

namespace entente {

Permutation::Permutation(std::uint64_t n, std::uint64_t seed, std::size_t factor)
    : n_(n),
      seed_(seed),
      factor_(factor),
      half_bits_(std::max(1U, (static_cast<unsigned>(std::bit_width(n - 1)) + 1) / 2)) {}

std::uint64_t Permutation::operator()(std::uint64_t k) const {
  do k = network(k);
  while (k >= n_);
  return k;
}

std::uint64_t Permutation::network(std::uint64_t number) const {
  const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
  std::uint64_t left = number >> half_bits_, right = number & mask;
  for (std::uint64_t round = 0; round < 6; ++round) {
    auto stream = design_draws(seed_, DesignUse::permutation, (round << 32) | right, factor_);
    const std::uint64_t next = left ^ (stream() & mask);
    left = right;
    right = next;
  }
  return (left << half_bits_) | right;
}

}  // namespace entente

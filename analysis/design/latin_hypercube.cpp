#include "analysis/design/latin_hypercube.h"

#include <utility>

namespace entente {
namespace {

constexpr std::uint32_t rounds = 6;
constexpr std::uint32_t within_stratum = rounds;  ///< the place of the number after the rounds'

}  // namespace

LatinHypercube::LatinHypercube(std::uint64_t points, std::vector<Factor> factors,
                               std::uint64_t seed)
    : points_(points), factors_(std::move(factors)), chance_(seed) {
  while (half_bits_ < 31 && (std::uint64_t{1} << (2 * half_bits_)) < points_) ++half_bits_;
}

void LatinHypercube::at(std::uint64_t point, std::span<double> unit) const {
  for (std::uint32_t f = 0; f < factors_.size(); ++f) {
    const double within = chance_.unit(point, f, within_stratum);
    const double place = static_cast<double>(stratum(point, f)) + within;
    unit[f] = factors_[f].placed(place / static_cast<double>(points_));
  }
}

std::uint64_t LatinHypercube::stratum(std::uint64_t point, std::uint32_t factor) const {
  std::uint64_t number = shuffled(point, factor);
  while (number >= points_) number = shuffled(number, factor);
  return number;
}

std::uint64_t LatinHypercube::shuffled(std::uint64_t number, std::uint32_t factor) const {
  const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
  std::uint64_t left = number >> half_bits_, right = number & mask;
  for (std::uint32_t round = 0; round < rounds; ++round) {
    const std::uint64_t mixed = left ^ (chance_.word(right, factor, round) & mask);
    left = std::exchange(right, mixed);
  }
  return (left << half_bits_) | right;
}

}  // namespace entente

#include "analysis/design/stride.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace entente {
namespace {

constexpr auto not_coprime = std::numeric_limits<std::uint64_t>::max();

/// The largest quotient in Euclid's algorithm for n and a smaller number.
std::uint64_t largest_quotient(std::uint64_t n, std::uint64_t number) {
  std::uint64_t largest = 0;
  while (number > 1) {
    largest = std::max(largest, n / number);
    n = std::exchange(number, n % number);
  }
  return number == 1 ? std::max(largest, n) : not_coprime;
}

}  // namespace

std::uint64_t stride(std::uint64_t n, double share) {
  const auto near = static_cast<std::uint64_t>(static_cast<double>(n) * share);
  std::uint64_t best = n - 1, least = not_coprime;
  const auto consider = [&](std::uint64_t number) {
    if (number == 0 || number >= n) return;
    const std::uint64_t largest = largest_quotient(n, number);
    if (largest < least) std::tie(best, least) = std::pair{number, largest};
  };
  for (std::uint64_t away = 0; away <= 100; ++away) {
    consider(near + away);
    if (away < near) consider(near - away);
  }
  return best;
}

std::uint64_t strided(std::uint64_t k, std::uint64_t step, std::uint64_t n) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>(static_cast<Wide>(k) * step % n);
}

}  // namespace entente

#include "analysis/design/digital_net.h"

#include <array>
#include <bit>
#include <boost/random/niederreiter_base2.hpp>
#include <boost/random/sobol.hpp>

#include "analysis/design/coordinate.h"
#include "analysis/design/design_draws.h"

namespace entente {
namespace {

/// The direction numbers of an engine, of so many bits: point 2^(r+1) − 1 of the sequence is the
/// one whose Gray code is bit r alone. Boost counts from the point after the origin.
template <class Engine>
std::vector<std::uint64_t> directions(std::size_t dimensions, unsigned bits) {
  Engine engine(dimensions);
  std::vector<std::uint64_t> all(bits * dimensions);
  for (unsigned r = 0; r < bits; ++r) {
    engine.seed((std::uint64_t{2} << r) - 2);
    for (std::size_t j = 0; j < dimensions; ++j) all[r * dimensions + j] = engine();
  }
  return all;
}

/// A random lower triangular matrix of bits, ones on its diagonal. Row b says which bits of a
/// number bit b of the product is the sum of: itself and any above it.
using Triangle = std::array<std::uint64_t, 64>;

Triangle random_triangle(Stream& stream) {
  Triangle rows{};
  for (unsigned b = 0; b < 64; ++b) {
    const std::uint64_t itself = std::uint64_t{1} << b, below = itself - 1;
    rows[b] = (stream() & ~below) | itself;
  }
  return rows;
}

std::uint64_t product(const Triangle& rows, std::uint64_t number) {
  std::uint64_t bits = 0;
  for (unsigned b = 0; b < 64; ++b)
    bits |= static_cast<std::uint64_t>(std::popcount(rows[b] & number) & 1) << b;
  return bits;
}

}  // namespace

DigitalNet::DigitalNet(NetType type, std::size_t dimensions, std::uint64_t points)
    : shift_(dimensions) {
  const auto bits = static_cast<unsigned>(std::bit_width(points - 1));
  directions_ = type == NetType::sobol
                    ? directions<boost::random::sobol>(dimensions, bits)
                    : directions<boost::random::niederreiter_base2>(dimensions, bits);
}

void DigitalNet::scramble(std::uint64_t seed) {
  for (std::size_t j = 0; j < dimensions(); ++j) {
    auto stream = design_draws(seed, DesignUse::scramble, 0, j);
    shift_[j] = stream();
    const Triangle rows = random_triangle(stream);
    for (std::size_t at = j; at < directions_.size(); at += dimensions())
      directions_[at] = product(rows, directions_[at]);
  }
}

std::size_t DigitalNet::most_dimensions(NetType type) {
  return type == NetType::sobol ? boost::random::default_sobol_table::max_dimension
                                : boost::random::default_niederreiter_base2_table::max_dimension;
}

double DigitalNet::coordinate(std::uint64_t point, std::size_t dimension) const {
  std::uint64_t x = shift_[dimension];
  for (std::uint64_t gray = point ^ (point >> 1); gray != 0; gray &= gray - 1)
    x ^= directions_[static_cast<std::size_t>(std::countr_zero(gray)) * dimensions() + dimension];
  return fraction(x);
}

}  // namespace entente

#include "analysis/design/digital_net.h"

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

}  // namespace

DigitalNet::DigitalNet(NetType type, std::size_t dimensions, std::uint64_t points,
                       std::uint64_t seed) {
  const auto bits = static_cast<unsigned>(std::bit_width(points - 1));
  directions_ = type == NetType::sobol
                    ? directions<boost::random::sobol>(dimensions, bits)
                    : directions<boost::random::niederreiter_base2>(dimensions, bits);
  for (std::size_t j = 0; j < dimensions; ++j)
    shift_.push_back(design_draws(seed, DesignUse::shift, 0, j)());
}

std::size_t DigitalNet::most_dimensions(NetType type) {
  return type == NetType::sobol ? boost::random::default_sobol_table::max_dimension
                                : boost::random::default_niederreiter_base2_table::max_dimension;
}

void DigitalNet::at(std::uint64_t point, std::size_t first, std::span<double> unit) const {
  const std::uint64_t gray = point ^ (point >> 1);
  for (std::size_t j = 0; j < unit.size(); ++j) {
    std::uint64_t x = shift_[first + j];
    for (std::uint64_t left = gray; left != 0; left &= left - 1)
      x ^= directions_[static_cast<std::size_t>(std::countr_zero(left)) * dimensions() + first + j];
    unit[j] = fraction(x);
  }
}

}  // namespace entente

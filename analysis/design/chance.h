#pragma once

#include <Random123/philox.h>

#include <cstdint>

namespace entente {

/// The random numbers of a design, each a pure function of the seed and its place: Philox4x32-10
/// (Salmon et al., SC '11) under the seed as key.
class Chance {
 public:
  explicit Chance(std::uint64_t seed)
      : key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}} {}

  std::uint64_t word(std::uint64_t place, std::uint32_t a, std::uint32_t b) const {
    const auto block = r123::Philox4x32{}(
        {{static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place >> 32), a, b}}, key_);
    return (static_cast<std::uint64_t>(block[1]) << 32) | block[0];
  }
  /// Uniform in [0, 1).
  double unit(std::uint64_t place, std::uint32_t a, std::uint32_t b) const {
    return static_cast<double>(word(place, a, b) >> 11) * 0x1p-53;
  }
  /// Uniform among 0 … n − 1, for n far below 2⁶⁴.
  std::uint64_t below(std::uint64_t n, std::uint64_t place, std::uint32_t a,
                      std::uint32_t b) const {
    return word(place, a, b) % n;
  }

 private:
  r123::Philox4x32::key_type key_;
};

}  // namespace entente

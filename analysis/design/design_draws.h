#pragma once

#include <cstdint>

#include "sim/core/draws.h"

namespace entente {

/// What a design draws a random number for.
enum class DesignUse : std::uint64_t { scramble, permutation, jitter, trajectory };

/// The stream of a design at an address: a pure function of (seed, use, number, factor), at places
/// where no run draws its own. `number` < 2⁵⁶; `factor` < 2²⁸.
inline Stream design_draws(std::uint64_t seed, DesignUse use, std::uint64_t number,
                           std::size_t factor) {
  constexpr std::uint32_t designs = 0xf0000000U;  // above the purposes of runs (sim/core/draws.h)
  const auto word = [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); };
  return {{{word(seed), word(seed >> 32)}},
          {{0U, designs | word(factor),
            word((static_cast<std::uint64_t>(use) << 24) | (number >> 32)), word(number)}}};
}

}  // namespace entente

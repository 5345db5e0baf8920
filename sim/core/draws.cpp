#include "sim/core/draws.h"

#include "sim/core/error.h"

namespace entente {

Draws::Draws(std::uint64_t seed, std::uint64_t replicate)
    : key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}},
      replicate_(static_cast<std::uint32_t>(replicate)) {
  expects(replicate <= std::numeric_limits<std::uint32_t>::max(), "a replicate below 2^32");
}

}  // namespace entente

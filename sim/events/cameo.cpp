#include "sim/events/cameo.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr auto kCodes = std::to_array<CameoCode>({
#include "sim/events/cameo_roots_01_08.inc"
#include "sim/events/cameo_roots_09_20.inc"
});

}  // namespace

std::span<const CameoCode> cameo_codes() { return kCodes; }

const CameoCode* find_cameo(std::string_view code) {
  const auto at = std::ranges::lower_bound(kCodes, code, {}, &CameoCode::code);
  return at != kCodes.end() && at->code == code ? &*at : nullptr;
}

}  // namespace entente

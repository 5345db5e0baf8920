#include "analysis/validate/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente {

void Matches::near(std::string what, double published, double here, double tolerance,
                   int decimals) {
  all_.push_back({std::move(what), fmt::format("{:.{}f}", published, decimals),
                  fmt::format("{:.{}f}", here, decimals), fmt::format("± {:.2g}", tolerance),
                  std::abs(here - published) <= tolerance});
}

void Matches::equal(std::string what, std::int64_t published, std::int64_t here) {
  equal(std::move(what), fmt::format("{}", published), fmt::format("{}", here));
}

void Matches::equal(std::string what, std::string published, std::string here) {
  const bool same = published == here;
  all_.push_back({std::move(what), std::move(published), std::move(here), "none", same});
}

void Matches::apart(std::string what, std::string exact, double distance, double limit) {
  all_.push_back({std::move(what), std::move(exact), fmt::format("{:.0e} apart", distance),
                  fmt::format("{:.0e}", limit), distance <= limit});
}

bool Matches::agree() const {
  return std::all_of(all_.begin(), all_.end(), [](const auto& each) { return each.agrees; });
}

}  // namespace entente

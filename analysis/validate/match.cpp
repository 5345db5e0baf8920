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
  all_.push_back({std::move(what), std::move(published), std::move(here), "exact", same});
}

void Matches::apart(std::string what, std::string exact, double distance, double limit) {
  all_.push_back({std::move(what), std::move(exact),
                  distance == 0.0 ? "the same" : fmt::format("{:.0e} apart", distance),
                  fmt::format("{:.0e}", limit), distance <= limit});
}

void Matches::explain(std::string why) {
  if (!all_.back().agrees) all_.back().why = std::move(why);
}

bool Matches::expected() const {
  return std::all_of(all_.begin(), all_.end(),
                     [](const auto& each) { return each.agrees || !each.why.empty(); });
}

bool Matches::agree() const {
  return std::all_of(all_.begin(), all_.end(), [](const auto& each) { return each.agrees; });
}

}  // namespace entente

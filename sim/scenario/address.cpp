#include "sim/scenario/address.h"

#include <fmt/format.h>

#include <utility>

namespace entente {

bool Address::are_actors(const std::string& from, const std::string& to) {
  const bool from_known = is_actor(from), to_known = is_actor(to);
  if (!from_known || !to_known) return false;
  if (from == to) report_.error(mark_, fmt::format("{}: an actor has no relation to itself", from));
  return from != to;
}

RelationEntry* Address::relation(const std::string& from, const std::string& to, bool make) {
  auto& relations = scenario_.relations;
  for (std::size_t r = 0; r < relations.size(); ++r) {
    if (relations[r].from == from && relations[r].to == to && !relations[r].mutual)
      return &relations[r];
    const bool either = (relations[r].from == from && relations[r].to == to) ||
                        (relations[r].from == to && relations[r].to == from);
    if (!either || !relations[r].mutual) continue;
    relations[r].mutual = false;
    RelationEntry reverse = relations[r];
    std::swap(reverse.from, reverse.to);
    const bool is_reverse = reverse.from == from;
    relations.push_back(std::move(reverse));
    return is_reverse ? &relations.back() : &relations[r];
  }
  if (!make) return nullptr;
  RelationEntry fresh;
  fresh.from = from;
  fresh.to = to;
  fresh.origin.entry = mark_;
  relations.push_back(std::move(fresh));
  return &relations.back();
}

PactEntry* Address::pact(const std::string& one, const std::string& other, bool make) {
  for (auto& pact : scenario_.pacts) {
    const auto& [a, b] = pact.between;
    if ((a == one && b == other) || (a == other && b == one)) return &pact;
  }
  if (!make) return nullptr;
  PactEntry fresh;
  fresh.between = {one, other};
  fresh.origin.entry = mark_;
  scenario_.pacts.push_back(std::move(fresh));
  return &scenario_.pacts.back();
}

}  // namespace entente

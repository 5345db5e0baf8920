#include "sim/choice/ballot.h"

#include <boost/random/uniform_01.hpp>
#include <cmath>

namespace entente {
namespace {

const BlocRule& rule_of(const World& world, Index bloc) {
  return (*world.bloc_rules)[static_cast<std::size_t>(bloc)];
}

}  // namespace

double chance_of_yes(const World& world, const ChoiceDynamics& dynamics, Index member,
                     Ministep::Alternative proposal) {
  const double gain = utility_of(world, dynamics, ChoiceLayer::sanctions, member, proposal) +
                      dynamics.rules(ChoiceLayer::sanctions).change;
  return 1.0 / (1.0 + std::exp(-gain));
}

bool carried(const World& world, Index bloc, std::span<const Index> members,
             const std::vector<bool>& yes) {
  const BlocRule& rule = rule_of(world, bloc);
  std::size_t in_favour = 0;
  double weight_in_favour = 0.0, weight = 0.0;
  bool leader_in_favour = false;
  for (std::size_t v = 0; v < members.size(); ++v) {
    const double own = world.membership(bloc, members[v]) * world.capability(members[v]);
    weight += own;
    if (!yes[v]) continue;
    ++in_favour;
    weight_in_favour += own;
    leader_in_favour = leader_in_favour || members[v] == rule.leader;
  }
  if (rule.decision == BlocDecision::leader) return leader_in_favour;
  if (rule.decision == BlocDecision::unanimity) return in_favour == members.size();
  return 100 * in_favour >= 55 * members.size() && weight_in_favour >= (0.65 - 1e-12) * weight;
}

std::vector<Index> blockers_of(const World& world, const ChoiceDynamics& dynamics, Index bloc,
                               std::span<const Index> members, Ministep::Alternative proposal,
                               const Draws& draws, std::int64_t first_address) {
  if (members.size() == 1) return {};
  std::vector<bool> yes;
  std::vector<Index> no;
  for (const Index member : members) {
    auto stream = draws.stream(Purpose::vote, world.tick, first_address + member);
    const double chance = chance_of_yes(world, dynamics, member, proposal);
    yes.push_back(boost::random::uniform_01<double>{}(stream) < chance);
    if (!yes.back()) no.push_back(member);
  }
  if (carried(world, bloc, members, yes)) return {};
  const BlocRule& rule = rule_of(world, bloc);
  if (rule.decision == BlocDecision::leader) return {rule.leader};
  return no;
}

}  // namespace entente

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/choice/ministep.h"

namespace entente {

/// A change of sanctions that a bloc's rule stopped, and who stopped it.
struct StoppedProposal {
  std::int64_t tick = 0;
  Index bloc = 0;
  Index target = 0;
  int from = 0;
  int to = 0;
  double probability = 0.0;     ///< how likely the bloc was to propose this
  std::vector<Index> blockers;  ///< the members who voted no or, under a leader, the leader
};

/// How a member votes on a proposal: yes with probability 1 / (1 + exp(−(u_i + θ_change))), u_i
/// being its own utility of it.
double chance_of_yes(const World& world, const ChoiceDynamics& dynamics, Index member,
                     Ministep::Alternative proposal);

/// Whether those who vote yes carry a bloc's proposal, `yes` answering for each of `members`:
///
///   unanimity           all of them
///   qualified majority  at least 55 % of the members, holding at least 65 % of Σ m_gi c_i
///   leader              the leader alone
///
/// Source: Treaty on European Union, article 16(4), for the shares (there of population).
bool carried(const World& world, Index bloc, std::span<const Index> members,
             const std::vector<bool>& yes);

/// Puts a proposal to the vote; each member draws at its own address. Returns those who stopped it,
/// or nobody where it passes. A bloc of one passes what it proposes: nobody else is to consent.
std::vector<Index> blockers_of(const World& world, const ChoiceDynamics& dynamics, Index bloc,
                               std::span<const Index> members, Ministep::Alternative proposal,
                               const Draws& draws, std::int64_t first_address);

}  // namespace entente

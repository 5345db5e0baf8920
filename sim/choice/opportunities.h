#pragma once

#include <cstdint>
#include <vector>

#include "sim/choice/ballot.h"
#include "sim/choice/witness.h"

namespace entente {

/// The choices of one tick: every actor has Poisson(λ Δt) opportunities in each layer; all of them
/// are shuffled into one random order, and each sees the effects of those before it. Members of a
/// bloc that votes have no opportunities in sanctions; the bloc has, in their stead.
///
/// An opportunity has its own stream of draws, at (tick, actor, layer, how many before it): the
/// first draw is its place in the order, the second its choice. One opportunity more or less, in a
/// variant or at a sweep point, thus leaves the others' draws and their relative order alone.
class Opportunities {
 public:
  /// Tells this witness of every choice from now on; null for none.
  void show(ChoiceWitness* witness) { witness_ = witness; }

  /// Plays the tick that begins now and lasts `years`; appends what moved to `decisions`, and what
  /// blocs proposed in vain to `stopped`.
  void play(World& world, const ChoiceDynamics& dynamics, double years, const Draws& draws,
            std::vector<Decision>& decisions, std::vector<StoppedProposal>& stopped);

 private:
  struct Opportunity {
    std::uint64_t order;   ///< place in the shuffle
    std::int64_t address;  ///< index of its stream
    ChoiceLayer layer;
    Index actor;  ///< of a bloc that votes, its first member
    Index bloc;   ///< −1 where the actor chooses alone
  };

  void gather(const World& world, const ChoiceRules& rules, ChoiceLayer layer, double years,
              const Draws& draws);
  void add(const World& world, ChoiceLayer layer, Index i, double mean, const Draws& draws);
  void seize(const Opportunity& opportunity, World& world, const ChoiceDynamics& dynamics,
             const Draws& draws, std::vector<Decision>& decisions,
             std::vector<StoppedProposal>& stopped);

  std::vector<Opportunity> due_;
  Ministep ministep_;
  ChoiceWitness* witness_ = nullptr;
};

}  // namespace entente

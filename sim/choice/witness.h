#pragma once

#include <span>

#include "sim/choice/ministep.h"

namespace entente {

/// An opportunity as its actor sees it: the alternatives weighed, one of them picked, nothing
/// moved. Of a bloc that votes: a proposal that will pass, or that it keeps its levels.
struct Choice {
  const World& world;
  const ChoiceDynamics& dynamics;
  ChoiceLayer layer;
  std::span<const Index> actors;  ///< who chooses: one actor, or all members of a bloc that votes
  Index bloc;                     ///< that bloc, or −1
  const Ministep& alternatives;   ///< with utilities and probabilities
  Index picked;                   ///< the number of an alternative
};

/// Is told of every choice as it is made. It sees all and changes nothing, so that a run has the
/// same bits with a witness as without.
class ChoiceWitness {
 public:
  ChoiceWitness() = default;
  ChoiceWitness(const ChoiceWitness&) = delete;
  ChoiceWitness& operator=(const ChoiceWitness&) = delete;
  virtual ~ChoiceWitness() = default;

  /// An actor picks; its level has not moved yet. What is passed is valid during the call.
  virtual void choose(const Choice& choice) = 0;
};

}  // namespace entente

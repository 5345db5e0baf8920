#pragma once

#include <span>
#include <vector>

#include "sim/choice/dynamics.h"
#include "sim/core/decision.h"
#include "sim/core/draws.h"

namespace entente {

/// Everything that an actor may do at one opportunity in one layer, with utilities: keep all levels
/// (u = 0), or move one of them by one notch (the model page, section 4).
///
/// Alternatives are numbered: 0 keeps; 1 + j raises the level toward j; after those, one each that
/// lowers a level now held, by target. What is not open to the actor has u = −∞ and P = 0.
class Ministep {
 public:
  struct Alternative {
    Index target = -1;  ///< −1: keep
    int step = 0;       ///< +1 raise, −1 lower, 0 keep
  };

  /// Finds the utilities and probabilities of actor i's alternatives in the world as it stands.
  void weigh(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer, Index i);
  /// The same for those who choose together and hold the same levels, the members of a bloc that
  /// votes: q + a and what deters are their capability-weighted means.
  void weigh(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer,
             std::span<const Index> members);

  /// u of each alternative.
  const RowVector& utilities() const { return utility_; }
  /// P = exp(u) / Σ exp(u) of each alternative.
  const RowVector& probabilities() const { return probability_; }
  Alternative alternative(Index number) const;

  /// The number of the alternative that a uniform number in [0, 1) picks, by inversion.
  Index pick(double uniform) const;

 private:
  void open(const World& world, const ChoiceRules& rules, ChoiceLayer layer, Index i);
  void raise(const World& world, const ChoiceRules& rules, ChoiceLayer layer, Index i);
  void lower(const World& world, const ChoiceRules& rules, ChoiceLayer layer, Index i);
  void deter(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer, Index i,
             double say);
  void turn_into_probabilities();

  Index actors_ = 0;
  std::vector<Index> lowered_;  ///< the targets of the alternatives that lower
  RowVector q_, own_, utility_, probability_;
};

/// u of moving ℓ_ij by one notch, up or down, for actor i in the world as it stands; also where the
/// level is at its end, or j outside the choice set.
double utility_of(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer, Index i,
                  Ministep::Alternative alternative);

/// a_ij that leaves every actor content with its levels in the world as it stands:
/// 2 θ_saturation ℓ_ij / L − q_ij where ℓ_ij > 0, min(0, −q_ij) where ℓ_ij = 0; 0 throughout under
/// `benchmark = "none"`. N×N.
Matrix revealed_preferences(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer);

}  // namespace entente

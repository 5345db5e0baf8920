#pragma once

#include <cstdint>
#include <vector>

#include "sim/choice/dynamics.h"
#include "sim/core/draws.h"

namespace entente {

/// A level that an actor moved, and how likely that was at its opportunity.
struct Decision {
  std::int64_t tick = 0;
  ChoiceLayer layer = ChoiceLayer::sanctions;
  Index actor = 0;
  Index target = 0;
  int from = 0;
  int to = 0;
  double probability = 0.0;
};

/// Everything that an actor may do at one opportunity in one layer, with utilities: keep all levels
/// (u = 0), or move one of them by one notch (the model page, section 4). The list is in the order
/// keep, then by target, raise before lower.
class Ministep {
 public:
  struct Alternative {
    Index target = -1;  ///< −1: keep
    int step = 0;       ///< +1 raise, −1 lower, 0 keep
  };

  /// Lists the alternatives of actor i and their utilities in the world as it stands.
  void weigh(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer, Index i);

  const std::vector<Alternative>& alternatives() const { return alternatives_; }
  /// u of each alternative.
  const Eigen::ArrayXd& utilities() const { return utility_; }
  /// P = exp(u) / Σ exp(u) of each alternative.
  const Eigen::ArrayXd& probabilities();

  /// The alternative that a uniform number in [0, 1) picks by inverting the distribution.
  std::size_t pick(double uniform);

 private:
  void consider(const ChoiceRules& rules, const Levels& levels, Index i, Index j);

  RowVector q_;
  std::vector<Alternative> alternatives_;
  std::vector<double> listed_;
  Eigen::ArrayXd utility_, probability_;
};

/// q_ij + a_ij that leaves every actor content with its levels: a_ij of the base scenario's start,
/// 2 θ_saturation ℓ_ij / L − q_ij where ℓ_ij > 0, min(0, −q_ij) where ℓ_ij = 0; 0 throughout under
/// `benchmark = "none"`. N×N.
Matrix revealed_preferences(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer);

}  // namespace entente

#include "sim/choice/ministep.h"

#include <algorithm>
#include <limits>

#include "sim/core/elementwise.h"

namespace entente {
namespace {

constexpr double closed = -std::numeric_limits<double>::infinity();

const Matrix& preferences(const World& world, ChoiceLayer layer) {
  return layer == ChoiceLayer::sanctions ? world.benchmark->sanctions : world.benchmark->support;
}

/// Whether j is among those toward whom an actor may move its level.
bool in_choice_set(const World& world, ChoiceLayer layer, Index j) {
  const auto& belligerents = world.belligerents();
  return layer == ChoiceLayer::sanctions ||
         std::binary_search(belligerents.begin(), belligerents.end(), j);
}

}  // namespace

void Ministep::weigh(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer,
                     Index i) {
  dynamics.utility_per_notch(layer, world, i, q_);
  q_ += preferences(world, layer).row(i);
  open(world, dynamics.rules(layer), layer, i);
  deter(world, dynamics, layer, i, 1.0);
  turn_into_probabilities();
}

void Ministep::weigh(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer,
                     std::span<const Index> members) {
  if (members.size() == 1) return weigh(world, dynamics, layer, members.front());
  double capability = 0.0;
  for (const Index i : members) capability += world.capability(i);
  q_.setZero(world.actors());
  for (const Index i : members) {
    dynamics.utility_per_notch(layer, world, i, own_);
    q_ += world.capability(i) / capability * (own_ + preferences(world, layer).row(i));
  }
  open(world, dynamics.rules(layer), layer, members.front());
  for (std::size_t k = 0; k < lowered_.size(); ++k)
    if (std::find(members.begin(), members.end(), lowered_[k]) != members.end())
      utility_(1 + actors_ + static_cast<Index>(k)) = closed;
  for (const Index i : members) {
    utility_(1 + i) = closed;
    deter(world, dynamics, layer, i, world.capability(i) / capability);
  }
  turn_into_probabilities();
}

/// The utilities of all that is open to one who holds i's levels, from q + a.
void Ministep::open(const World& world, const ChoiceRules& rules, ChoiceLayer layer, Index i) {
  actors_ = world.actors();
  lowered_.clear();
  for (const auto& tie : world.levels(layer).held_by(i))
    if (in_choice_set(world, layer, tie.other)) lowered_.push_back(tie.other);
  utility_.resize(1 + actors_ + static_cast<Index>(lowered_.size()));
  utility_(0) = 0.0;
  raise(world, rules, layer, i);
  lower(world, rules, layer, i);
}

/// Takes from the steps of i that would trigger threats what these are expected to cost.
void Ministep::deter(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer, Index i,
                     double say) {
  const Deterrence& deterrence = dynamics.deterrence(layer);
  for (std::size_t k = 0; k < world.commitments.size(); ++k) {
    const auto& trigger = (*world.pledges)[k].trigger;
    if (!trigger || trigger->layer != layer || trigger->actor != i) continue;
    utility_(1 + trigger->target) -= say * deterrence.cost(world, k, +1);
    const auto lowered = std::find(lowered_.begin(), lowered_.end(), trigger->target);
    if (lowered != lowered_.end())
      utility_(1 + actors_ + (lowered - lowered_.begin())) -= say * deterrence.cost(world, k, -1);
  }
}

void Ministep::turn_into_probabilities() {
  probability_ = utility_.array() - utility_.maxCoeff();
  exp_in_place(probability_);
  probability_ = (utility_.array() == closed).select(0.0, probability_);
  probability_ /= probability_.sum();
}

void Ministep::raise(const World& world, const ChoiceRules& rules, ChoiceLayer layer, Index i) {
  const Levels& levels = world.levels(layer);
  auto u = utility_.segment(1, actors_);
  const auto of_a_notch =
      q_.array() -
      rules.saturation * (2.0 * levels.intensity().row(i).array() + 1.0 / rules.levels) -
      rules.change;
  if (layer == ChoiceLayer::sanctions) {
    u = of_a_notch;
  } else {
    u.setConstant(closed);
    for (const Index j : world.belligerents()) u(j) = of_a_notch(j);
  }
  for (const auto& tie : levels.held_by(i))
    if (tie.intensity == 1.0) u(tie.other) = closed;
  u(i) = closed;
}

void Ministep::lower(const World& world, const ChoiceRules& rules, ChoiceLayer layer, Index i) {
  Index at = 1 + actors_;
  for (const Index j : lowered_) {
    const double notches = world.levels(layer)(i, j);
    utility_(at++) =
        -q_(j) + rules.saturation * (2.0 * notches - 1.0) / rules.levels - rules.change;
  }
}

Ministep::Alternative Ministep::alternative(Index number) const {
  if (number == 0) return {};
  if (number <= actors_) return {number - 1, +1};
  return {lowered_[static_cast<std::size_t>(number - 1 - actors_)], -1};
}

Index Ministep::pick(double uniform) const {
  double below = 0.0;
  Index picked = 0;
  for (Index a = 0; a < probability_.size(); ++a) {
    if (probability_(a) == 0.0) continue;
    picked = a;
    below += probability_(a);
    if (uniform < below) break;
  }
  return picked;
}

double utility_of(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer, Index i,
                  Ministep::Alternative alternative) {
  const auto [j, step] = alternative;
  if (step == 0) return 0.0;
  const ChoiceRules& rules = dynamics.rules(layer);
  RowVector q;
  dynamics.utility_per_notch(layer, world, i, q);
  const double per_notch = q(j) + preferences(world, layer)(i, j);
  const int notches = 2 * world.levels(layer)(i, j) + step;
  return step * (per_notch - rules.saturation * notches / rules.levels) - rules.change -
         dynamics.deterrence(layer).cost(world, layer, i, j, step);
}

Matrix revealed_preferences(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer) {
  const Index n = world.actors();
  const ChoiceRules& rules = dynamics.rules(layer);
  Matrix preferences = Matrix::Zero(n, n);
  if (rules.benchmark == Calibration::none) return preferences;
  RowVector q;
  for (Index i = 0; i < n; ++i) {
    dynamics.utility_per_notch(layer, world, i, q);
    for (Index j = 0; j < n; ++j) {
      if (i == j) continue;
      const int level = world.levels(layer)(i, j);
      preferences(i, j) =
          level > 0 ? 2.0 * rules.saturation * level / rules.levels - q(j) : std::min(0.0, -q(j));
    }
  }
  return preferences;
}

}  // namespace entente

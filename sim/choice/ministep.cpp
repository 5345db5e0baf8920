#include "sim/choice/ministep.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

const Matrix& preferences(const World& world, ChoiceLayer layer) {
  return layer == ChoiceLayer::sanctions ? world.benchmark->sanctions : world.benchmark->support;
}

}  // namespace

void Ministep::weigh(const World& world, const ChoiceDynamics& dynamics, ChoiceLayer layer,
                     Index i) {
  const ChoiceRules& rules = dynamics.rules(layer);
  const Levels& levels = world.levels(layer);
  dynamics.utility_per_notch(layer, world, i, q_);
  q_ += preferences(world, layer).row(i);
  alternatives_.assign(1, {});
  listed_.assign(1, 0.0);
  if (layer == ChoiceLayer::sanctions) {
    for (Index j = 0; j < world.actors(); ++j) consider(rules, levels, i, j);
  } else {
    for (const Index j : world.belligerents()) consider(rules, levels, i, j);
  }
  utility_ = Eigen::Map<const Eigen::ArrayXd>(listed_.data(), static_cast<Index>(listed_.size()));
}

void Ministep::consider(const ChoiceRules& rules, const Levels& levels, Index i, Index j) {
  if (i == j) return;
  const int level = levels(i, j);
  const double per_notch = rules.saturation / rules.levels;
  if (level < rules.levels) {
    alternatives_.push_back({j, +1});
    listed_.push_back(q_(j) - per_notch * (2 * level + 1) - rules.change);
  }
  if (level > 0) {
    alternatives_.push_back({j, -1});
    listed_.push_back(-q_(j) + per_notch * (2 * level - 1) - rules.change);
  }
}

const Eigen::ArrayXd& Ministep::probabilities() {
  probability_ = (utility_ - utility_.maxCoeff()).exp();
  probability_ /= probability_.sum();
  return probability_;
}

std::size_t Ministep::pick(double uniform) {
  probabilities();
  const auto count = static_cast<std::size_t>(probability_.size());
  double below = 0.0;
  for (std::size_t a = 0; a + 1 < count; ++a) {
    below += probability_(static_cast<Index>(a));
    if (uniform < below) return a;
  }
  return count - 1;
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

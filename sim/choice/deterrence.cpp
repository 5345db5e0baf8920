#include "sim/choice/deterrence.h"

namespace entente {
namespace {

/// Whether moving the level that triggers the pledge by `step` would call it in.
bool would_call_in(const Pledge& pledge, const World& world, int step) {
  const auto& [layer, actor, target, test] = *pledge.trigger;
  const int level = world.levels(layer)(actor, target);
  return !test(level) && test(level + step);
}

/// Whether the pledge threatens whoever triggers it with more sanctions than it bears.
bool threatens(const Pledge& pledge, const World& world) {
  return pledge.layer == ChoiceLayer::sanctions && pledge.target == pledge.trigger->actor &&
         pledge.level > world.sanctions()(pledge.by, pledge.target);
}

}  // namespace

double Deterrence::cost(const World& world, std::size_t commitment, int step) const {
  const Pledge& pledge = (*world.pledges)[commitment];
  const CommitmentState& state = world.commitments[commitment];
  if (weight == 0.0 || !pledge.trigger || state.outcome != Outcome::standing ||
      !threatens(pledge, world) || !would_call_in(pledge, world, step))
    return 0.0;
  return weight * state.credibility * pledge.level / world.sanctions().top() *
         world.dependence(pledge.trigger->actor, pledge.by);
}

double Deterrence::cost(const World& world, ChoiceLayer layer, Index i, Index j, int step) const {
  double expected = 0.0;
  for (std::size_t k = 0; k < world.commitments.size(); ++k) {
    const auto& trigger = (*world.pledges)[k].trigger;
    if (trigger && trigger->layer == layer && trigger->actor == i && trigger->target == j)
      expected += cost(world, k, step);
  }
  return expected;
}

}  // namespace entente

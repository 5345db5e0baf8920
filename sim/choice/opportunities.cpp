#include "sim/choice/opportunities.h"

#include <algorithm>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <tuple>

namespace entente {
namespace {

/// The stream's index of the k-th opportunity of an actor in a layer.
std::int64_t address_of(const World& world, ChoiceLayer layer, Index actor, int k) {
  return (std::int64_t{2} * k + static_cast<int>(layer)) * world.actors() + actor;
}

}  // namespace

void Opportunities::play(World& world, const ChoiceDynamics& dynamics, double years,
                         const Draws& draws, std::vector<Decision>& decisions) {
  due_.clear();
  gather(world, dynamics.sanctions.rules, ChoiceLayer::sanctions, years, draws);
  gather(world, dynamics.support.rules, ChoiceLayer::support, years, draws);
  std::sort(due_.begin(), due_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.order, a.address) < std::tie(b.order, b.address);
  });
  for (const auto& opportunity : due_) seize(opportunity, world, dynamics, draws, decisions);
}

void Opportunities::gather(const World& world, const ChoiceRules& rules, ChoiceLayer layer,
                           double years, const Draws& draws) {
  if (rules.rate == 0.0) return;
  if (layer == ChoiceLayer::support && world.belligerents().empty()) return;
  boost::random::poisson_distribution<int> count(rules.rate * years);
  for (Index i = 0; i < world.actors(); ++i) {
    auto counts = draws.stream(Purpose::opportunities, world.tick, address_of(world, layer, i, 0));
    const int due = count(counts);
    for (int k = 0; k < due; ++k) {
      const auto address = address_of(world, layer, i, k);
      due_.push_back({draws.stream(Purpose::ministep, world.tick, address)(), address, layer, i});
    }
  }
}

void Opportunities::seize(const Opportunity& opportunity, World& world,
                          const ChoiceDynamics& dynamics, const Draws& draws,
                          std::vector<Decision>& decisions) {
  const auto [order, address, layer, actor] = opportunity;
  auto stream = draws.stream(Purpose::ministep, world.tick, address);
  stream();  // the first draw was the place in the order
  ministep_.weigh(world, dynamics, layer, actor);
  const Index picked = ministep_.pick(boost::random::uniform_01<double>{}(stream));
  const auto [target, step] = ministep_.alternative(picked);
  if (step == 0) return;
  const int level = world.levels(layer)(actor, target);
  world.set_level(layer, actor, target, level + step);
  decisions.push_back(
      {world.tick, layer, actor, target, level, level + step, ministep_.probabilities()(picked)});
}

}  // namespace entente

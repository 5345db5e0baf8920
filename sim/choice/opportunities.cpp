#include "sim/choice/opportunities.h"

#include <algorithm>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <tuple>

namespace entente {
namespace {

/// The stream's index of the k-th opportunity of an actor in a layer.
std::int64_t address_of(const World& world, ChoiceLayer layer, Index actor, int k) {
  return (std::int64_t{2} * k + static_cast<int>(layer)) * world.actors() + actor;
}

/// Whether a Poisson number whose stream begins with `number` is 0, as it is with probability
/// `none`: it is found by inversion.
bool surely_none(std::uint64_t number, double none) {
  return static_cast<double>(number) * 0x1p-64 < none;
}

}  // namespace

void Opportunities::play(World& world, const ChoiceDynamics& dynamics, double years,
                         const Draws& draws, std::vector<Decision>& decisions,
                         std::vector<StoppedProposal>& stopped) {
  due_.clear();
  gather(world, dynamics.sanctions.rules, ChoiceLayer::sanctions, years, draws);
  gather(world, dynamics.support.rules, ChoiceLayer::support, years, draws);
  std::sort(due_.begin(), due_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.order, a.address) < std::tie(b.order, b.address);
  });
  for (const auto& opportunity : due_)
    seize(opportunity, world, dynamics, draws, decisions, stopped);
}

void Opportunities::gather(const World& world, const ChoiceRules& rules, ChoiceLayer layer,
                           double years, const Draws& draws) {
  if (rules.rate == 0.0) return;
  if (layer == ChoiceLayer::support && world.belligerents().empty()) return;
  const double mean = rules.rate * years, none = mean < 10.0 ? std::exp(-mean) : 0.0;
  // The first draw of each tells who has no opportunity: nearly all. Boost inverts up to a mean
  // of 10.
  for (Index first = 0; first < world.actors(); first += Draws::streams_at_once) {
    const auto drawn =
        draws.first_numbers(Purpose::opportunities, world.tick, address_of(world, layer, first, 0));
    const Index end = std::min(first + Draws::streams_at_once, world.actors());
    for (Index i = first; i < end; ++i)
      if (!surely_none(drawn[static_cast<std::size_t>(2 * (i - first))], none))
        add(world, layer, i, mean, draws);
  }
}

/// Adds the Poisson(mean) opportunities of one actor, or of the bloc that it is the first member
/// of.
void Opportunities::add(const World& world, ChoiceLayer layer, Index i, double mean,
                        const Draws& draws) {
  const Index bloc = layer == ChoiceLayer::sanctions ? world.voting_bloc_of(i) : -1;
  if (bloc >= 0 && world.members_of(bloc).front() != i) return;
  auto counts = draws.stream(Purpose::opportunities, world.tick, address_of(world, layer, i, 0));
  const int due = boost::random::poisson_distribution<int>(mean)(counts);
  for (int k = 0; k < due; ++k) {
    const auto address = address_of(world, layer, i, k);
    due_.push_back(
        {draws.stream(Purpose::ministep, world.tick, address)(), address, layer, i, bloc});
  }
}

void Opportunities::seize(const Opportunity& opportunity, World& world,
                          const ChoiceDynamics& dynamics, const Draws& draws,
                          std::vector<Decision>& decisions, std::vector<StoppedProposal>& stopped) {
  const auto& [order, address, layer, actor, bloc] = opportunity;
  const auto members = bloc >= 0 ? world.members_of(bloc) : std::vector<Index>{};
  const auto together = bloc >= 0 ? std::span(members) : std::span(&actor, 1);
  auto stream = draws.stream(Purpose::ministep, world.tick, address);
  stream();  // the first draw was the place in the order
  ministep_.weigh(world, dynamics, layer, together);
  const Index picked = ministep_.pick(boost::random::uniform_01<double>{}(stream));
  const auto [target, step] = ministep_.alternative(picked);
  const auto blockers = bloc >= 0 && step != 0 ? blockers_of(world, dynamics, bloc, together,
                                                             {target, step}, draws, address - actor)
                                               : std::vector<Index>{};
  if (witness_ != nullptr && blockers.empty())
    witness_->choose({world, dynamics, layer, together, bloc, ministep_, picked});
  if (step == 0) return;
  const int from = world.levels(layer)(actor, target);
  const double probability = ministep_.probabilities()(picked);
  if (!blockers.empty())
    return stopped.push_back({world.tick, bloc, target, from, from + step, probability, blockers});
  for (const Index i : together) {
    world.set_level(layer, i, target, from + step);
    decisions.push_back({world.tick, layer, i, target, from, from + step, probability,
                         bloc >= 0 ? Occasion::vote : Occasion::choice, bloc});
  }
}

}  // namespace entente

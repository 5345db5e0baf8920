#include "tests/scenes/scenes.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <numeric>
#include <string>
#include <utility>

namespace entente::scenes {
namespace {

Names numbered(const std::string& letter, Index count) {
  std::vector<std::string> names;
  for (Index i = 0; i < count; ++i) names.push_back(letter + std::to_string(i));
  return Names(names);
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double between(double low, double high) {
    return boost::random::uniform_real_distribution<double>(low, high)(engine_);
  }
  bool chance(double p) { return between(0, 1) < p; }

 private:
  boost::random::mt19937_64 engine_;
};

void fill_dyads(World& world, Dice& dice) {
  const Index n = world.actors();
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j) {
      if (i == j) continue;
      world.set_alignment(i, j, dice.between(-0.9, 0.9));
      world.dependence(i, j) = dice.between(0, 0.8) / static_cast<double>(n);
      if (dice.chance(0.02)) world.set_level(ChoiceLayer::sanctions, i, j, 1 + dice.chance(0.5));
      if (dice.chance(0.05)) world.recognition(i, j) = dice.between(0, 1);
      if (i < j && dice.chance(0.05)) world.pact(i, j) = world.pact(j, i) = dice.between(0, 1);
    }
}

void fill_attributes(World& world, Dice& dice) {
  for (Index i = 0; i < world.actors(); ++i) {
    world.capability(i) = dice.between(0.1, 2.0);
    for (Index g = 0; g < world.membership.rows(); ++g)
      world.membership(g, i) = dice.chance(0.2) ? dice.between(0.3, 1.0) : 0.0;
    for (Index k = 0; k < world.issues(); ++k) {
      world.position(i, k) = dice.between(-1, 1);
      world.salience(i, k) = dice.between(0.1, 1);
    }
    world.salience.row(i) /= world.salience.row(i).sum();
  }
  world.cohesion.setConstant(0.5);
  world.share = (world.capability / world.capability.sum()).transpose();
}

template <class Layer>
void permute_rows(Layer& layer, const std::vector<Index>& order) {
  const Layer before = layer;
  for (std::size_t i = 0; i < order.size(); ++i)
    layer.row(static_cast<Index>(i)) = before.row(order[i]);
}

template <class Layer>
void permute_columns(Layer& layer, const std::vector<Index>& order) {
  const Layer before = layer;
  for (std::size_t i = 0; i < order.size(); ++i)
    layer.col(static_cast<Index>(i)) = before.col(order[i]);
}

std::shared_ptr<const std::vector<Pledge>> relabelled(std::vector<Pledge> pledges,
                                                      const std::vector<Index>& order) {
  const auto renumber = [&](Index& actor) {
    actor = std::find(order.begin(), order.end(), actor) - order.begin();
  };
  for (Pledge& pledge : pledges) {
    renumber(pledge.by);
    renumber(pledge.target);
    if (!pledge.trigger) continue;
    renumber(pledge.trigger->actor);
    renumber(pledge.trigger->target);
  }
  return std::make_shared<const std::vector<Pledge>>(std::move(pledges));
}

}  // namespace

std::shared_ptr<const Roster> roster(Index actors, Index blocs, Index issues, Index conflicts) {
  auto who = std::make_shared<Roster>();
  who->actors = numbered("A", actors);
  who->blocs = numbered("G", blocs);
  who->issues = numbered("K", issues);
  who->conflicts = numbered("C", conflicts);
  return who;
}

Dynamics still() {
  Dynamics dynamics;
  for_each(dynamics.alignment.mechanisms, [](auto& mechanism) { mechanism.rate = 0.0; });
  dynamics.alignment.noise.scale = 0.0;
  dynamics.choice.sanctions.rules.rate = 0.0;
  dynamics.choice.support.rules.rate = 0.0;
  dynamics.dependence.rate = 0.0;
  dynamics.positions = {.influence = 0.0, .inertia = 0.0};
  return dynamics;
}

Dynamics flow_alone() {
  Dynamics dynamics;
  dynamics.alignment.noise.scale = 0.0;
  dynamics.choice.sanctions.rules.rate = 0.0;
  dynamics.choice.support.rules.rate = 0.0;
  return dynamics;
}

World random_world(Index actors, std::uint64_t seed) {
  World world(roster(actors, 3, 2, 1), 4, 4);
  Dice dice(seed);
  fill_dyads(world, dice);
  fill_attributes(world, dice);
  world.intensity.setConstant(0.8);
  for (Index i = 0; i < std::min<Index>(actors, 4); ++i)
    world.declared_side(0, i) = i % 2 == 0 ? 1.0 : -0.7;
  world.refresh_conflicts();
  world.refresh_ties();
  if (actors > 4) world.set_level(ChoiceLayer::support, 4, 0, 2);
  return world;
}

void pledge(World& world, const Pledge& pledge) {
  auto pledges = std::make_shared<std::vector<Pledge>>(*world.pledges);
  auto who = std::make_shared<Roster>(*world.roster);
  pledges->push_back(pledge);
  who->commitments = numbered("P", static_cast<Index>(pledges->size()));
  world.pledges = std::move(pledges);
  world.roster = std::move(who);
  world.commitments.emplace_back();
}

std::shared_ptr<const Model> model(World world, const Dynamics& dynamics, std::int64_t ticks,
                                   int step_days, std::vector<Event> events,
                                   const std::vector<OwnBaseline>& own) {
  world.position_at_start = world.position;
  for (Index i = 0; i < world.actors(); ++i) world.home_at_start(i) = world.home_share(i);
  world.diversification.setConstant(dynamics.dependence.diversification);
  world.link = dynamics.alignment.link;
  world.self_ties = dynamics.alignment.self_ties;
  world.benchmark = benchmark_of(world, dynamics, own);
  auto made = std::make_shared<Model>();
  made->calendar = {.start = Date{}, .step_days = step_days, .ticks = ticks};
  made->agenda = Agenda(std::move(events), made->calendar);
  made->dynamics = dynamics;
  made->start = std::move(world);
  return made;
}

World outcome(std::shared_ptr<const Model> model, std::uint64_t seed, std::uint64_t replicate) {
  Simulation run(std::move(model), Draws(seed, replicate));
  while (!run.finished()) run.tick();
  return run.world();
}

Matrix relabelled(const Matrix& layer, const std::vector<Index>& order) {
  Matrix result = layer;
  permute_rows(result, order);
  permute_columns(result, order);
  return result;
}

World relabelled(const World& world, const std::vector<Index>& order) {
  World result = world;
  for (Matrix* layer :
       {&result.affinity, &result.alignment, &result.dependence, &result.recognition, &result.pact})
    *layer = relabelled(*layer, order);
  for (Vector* column : {&result.capability, &result.home_at_start, &result.diversification})
    permute_rows(*column, order);
  for (Table* table : {&result.salience, &result.position, &result.position_at_start})
    permute_rows(*table, order);
  permute_columns(result.share, order);
  permute_columns(result.membership, order);
  permute_columns(result.declared_side, order);
  result.pledges = relabelled(*world.pledges, order);
  for (const ChoiceLayer layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    for (Index i = 0; i < world.actors(); ++i)
      for (Index j = 0; j < world.actors(); ++j)
        if (i != j) {
          const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(j);
          result.set_level(layer, i, j, world.levels(layer)(order[a], order[b]));
        }
  result.refresh_conflicts();
  result.refresh_ties();
  return result;
}

std::vector<Index> random_order(Index n, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Index> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), Index{0});
  for (Index left = n; left > 1; --left) {
    const auto taken = static_cast<Index>(dice.between(0, 1) * static_cast<double>(left));
    std::swap(order[static_cast<std::size_t>(left - 1)], order[static_cast<std::size_t>(taken)]);
  }
  return order;
}

}  // namespace entente::scenes

#include <benchmark/benchmark.h>

#include "tests/scenes/scenes.h"

// The sanctions layer as the binary actor-oriented model: fifty actors, four structural effects
// with the weights that RSiena finds for its data set s50 (scenarios/published/snijders-2001), all
// else off. Items are decisions: opportunities, whether or not the actor changes anything.

namespace entente {
namespace {

constexpr Index actors = 50;

/// The reference that all else is quoted against: one 195³ double matrix product.
void matrix_product(benchmark::State& state) {
  const Matrix a = Matrix::Random(195, 195), b = Matrix::Random(195, 195);
  Matrix c = Matrix::Zero(195, 195);
  for (auto _ : state) {
    c.noalias() += a * b;
    benchmark::DoNotOptimize(c.data());
  }
}

ChoiceDynamics actor_oriented() {
  ChoiceDynamics dynamics = scenes::still().choice;
  auto& sanctions = dynamics.sanctions;
  sanctions.rules = {.rate = 6.52, .levels = 1, .change = 0.0, .saturation = 0.0};
  sanctions.rules.benchmark = Calibration::none;
  for_each(sanctions.effects, [](auto& effect) { effect.weight = 0.0; });
  std::get<sanctions::Outdegree>(sanctions.effects).weight = -2.665;
  std::get<sanctions::Reciprocity>(sanctions.effects).weight = 2.449;
  std::get<sanctions::TransitiveTriplets>(sanctions.effects).weight = 0.664;
  std::get<sanctions::ThreeCycles>(sanctions.effects).weight = -0.099;
  return dynamics;
}

/// A random digraph: each of the ordered pairs is tied with probability 1/20.
World random_digraph(const Dynamics& dynamics) {
  World world(scenes::roster(actors), 1, 1);
  const std::vector<Index> order = scenes::random_order(actors * actors, 1);
  for (std::size_t k = 0; k < order.size() / 20; ++k)
    if (const Index i = order[k] / actors, j = order[k] % actors; i != j)
      world.set_level(ChoiceLayer::sanctions, i, j, 1);
  return scenes::model(std::move(world), dynamics, 1)->start;
}

/// Counts opportunities, which is what a decision is.
struct Counter final : ChoiceWitness {
  void choose(const Choice&) override { ++seen; }
  std::int64_t seen = 0;
};

/// Periods of a year, each from the random digraph, in so many ticks. (Far from it, where no
/// further network was observed, the model's digraphs fill up.)
void decisions(benchmark::State& state) {
  Dynamics dynamics = scenes::still();
  dynamics.choice = actor_oriented();
  const World start = random_digraph(dynamics);
  World world = start;
  Opportunities choices;
  Counter counter;
  choices.show(&counter);
  std::vector<Decision> moved;
  std::vector<StoppedProposal> stopped;
  std::uint64_t replicate = 0;
  for (auto _ : state) {
    world = start;
    moved.clear();
    const Draws draws(1, replicate++);
    for (; world.tick < state.range(0); ++world.tick)
      choices.play(world, dynamics.choice, 1.0 / static_cast<double>(state.range(0)), draws, moved,
                   stopped);
  }
  state.SetItemsProcessed(counter.seen);
  state.counters["ties"] = static_cast<double>((world.sanctions().intensity().array() > 0).count());
}

BENCHMARK(matrix_product)->Unit(benchmark::kMicrosecond);
BENCHMARK(decisions)->ArgName("ticks")->Arg(1)->Arg(52)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente

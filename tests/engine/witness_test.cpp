#include "sim/engine/witness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenes/scenes.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

/// Writes down what it is told, and how many levels there are each time.
class Diary final : public Witness {
 public:
  void begin(const World&) override { told.emplace_back("begin"); }
  void happen(const Event& event, const World& world) override {
    told.push_back(event.id);
    affinity = world.affinity(0, 1);
  }
  void choose(const Choice& choice) override {
    told.emplace_back("choose");
    const auto [target, step] = choice.alternatives.alternative(choice.picked);
    if (step == 0) return;
    moves.push_back({choice.world.tick, choice.layer, choice.actors.front(), target,
                     choice.world.levels(choice.layer)(choice.actors.front(), target), 0,
                     choice.alternatives.probabilities()(choice.picked)});
    moves.back().to = moves.back().from + step;
  }
  void before_flow(const World& world, const Dynamics&, double years) override {
    told.emplace_back("before flow");
    tick = world.tick;
    span = years;
  }
  void after_flow(const World& world) override {
    told.emplace_back("after flow");
    EXPECT_EQ(world.tick, tick + 1);
  }

  std::vector<std::string> told;
  std::vector<Decision> moves;
  double affinity = 0.0, span = 0.0;
  std::int64_t tick = -1;
};

Event interaction(const std::string& id) { return {id, Date{}, Interaction{0, 1, 5.0, false}}; }

TEST(Witness, IsToldOfEventsChoicesAndFlowInTheOrderOfATick) {
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.rate = dynamics.choice.support.rules.rate = 0.0;
  const auto model = scenes::model(scenes::random_world(4, 1), dynamics, 2, 7,
                                   {interaction("first"), interaction("second")});
  Diary diary;
  Simulation run(model, Draws(1, 0));
  run.show(&diary);
  run.tick();
  EXPECT_THAT(diary.told, ElementsAre("begin", "first", "second", "before flow", "after flow"));
  EXPECT_DOUBLE_EQ(diary.affinity, model->start.affinity(0, 1) + 2 * 0.3 * 0.5);
  EXPECT_DOUBLE_EQ(diary.span, 7 / 365.25);
  diary.told.clear();
  run.restart(Draws(1, 1));
  run.show(nullptr);
  run.tick();
  EXPECT_THAT(diary.told, ElementsAre("begin"));
}

TEST(Witness, SeesEveryMoveBeforeItIsMadeWithItsProbability) {
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.rate = dynamics.choice.support.rules.rate = 100.0;
  const auto model = scenes::model(scenes::random_world(6, 2), dynamics, 60);
  Diary diary;
  Simulation run(model, Draws(3, 0));
  run.show(&diary);
  std::vector<Decision> moves;
  while (!run.finished()) {
    run.tick();
    moves.insert(moves.end(), run.decisions().begin(), run.decisions().end());
  }
  ASSERT_FALSE(moves.empty());
  ASSERT_EQ(diary.moves.size(), moves.size());
  for (std::size_t k = 0; k < moves.size(); ++k) {
    EXPECT_EQ(diary.moves[k].tick, moves[k].tick);
    EXPECT_EQ(diary.moves[k].actor, moves[k].actor);
    EXPECT_EQ(diary.moves[k].target, moves[k].target);
    EXPECT_EQ(diary.moves[k].from, moves[k].from);
    EXPECT_EQ(diary.moves[k].to, moves[k].to);
    EXPECT_EQ(diary.moves[k].probability, moves[k].probability);
  }
}

TEST(Witness, ChangesNoBit) {
  const auto model =
      scenes::model(scenes::random_world(6, 3), Dynamics{}, 50, 7, {interaction("visit")});
  Diary diary;
  Simulation run(model, Draws(5, 2));
  run.show(&diary);
  while (!run.finished()) run.tick();
  EXPECT_EQ(run.world().affinity, scenes::outcome(model, 5, 2).affinity);
}

}  // namespace
}  // namespace entente

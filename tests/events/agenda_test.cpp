#include "sim/events/agenda.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

const Calendar weekly{.start = Date{} + std::chrono::days{100}, .step_days = 7, .ticks = 10};

Event named(std::string id, int day) {
  return {std::move(id), weekly.start + std::chrono::days{day}, Interaction{0, 1, 1.0, false}};
}

/// The names of the events due in a tick, in order.
std::string due(const Agenda& agenda, std::int64_t tick) {
  std::string names;
  const auto [first, last] = agenda.due(tick);
  for (const Event* event = first; event != last; ++event) names += event->id;
  return names;
}

TEST(Agenda, ListsWhatIsDueByDateAndThenInFileOrder) {
  const Agenda agenda(
      {named("d", 20), named("b", 8), named("a", 0), named("c", 13), named("e", 20), named("B", 8)},
      weekly);
  EXPECT_EQ(due(agenda, 0), "a");
  EXPECT_EQ(due(agenda, 1), "bBc");
  EXPECT_EQ(due(agenda, 2), "de");
  EXPECT_EQ(due(agenda, 3), "");
  EXPECT_EQ(due(agenda, 100), "");
}

TEST(Agenda, GivesADateToTheTickThatBeginsOnIt) {
  const Agenda agenda({named("a", 6), named("b", 7)}, weekly);
  EXPECT_EQ(due(agenda, 0), "a");
  EXPECT_EQ(due(agenda, 1), "b");
}

TEST(Agenda, LeavesOutWhatIsBeforeTheStart) {
  const Agenda agenda({named("a", -1), named("b", 0)}, weekly);
  EXPECT_EQ(due(agenda, 0), "b");
}

TEST(Agenda, MayBeEmpty) {
  EXPECT_EQ(due(Agenda(), 0), "");
  EXPECT_EQ(due(Agenda({}, weekly), 0), "");
}

RC_GTEST_PROP(AgendaProperty, LosesAndRepeatsNothing, (std::vector<std::uint8_t> days)) {
  std::vector<Event> events;
  for (const auto day : days) events.push_back(named("x", day));
  const Agenda agenda(events, weekly);
  std::size_t seen = 0;
  for (std::int64_t tick = 0; tick < 40; ++tick) {
    const auto [first, last] = agenda.due(tick);
    for (const Event* event = first; event != last; ++event, ++seen) {
      RC_ASSERT(event->date >= weekly.date_at(tick));
      RC_ASSERT(event->date < weekly.date_at(tick + 1));
    }
  }
  RC_ASSERT(seen == days.size());
}

TEST(Interaction, MovesAffinityAndAlignmentWithIt) {
  World world(scenes::roster(3), 4, 4);
  world.set_affinity(0, 1, 0.4);
  Interaction{0, 1, -5.0, false}.apply(world, 0.3, 0.6);
  EXPECT_NEAR(world.affinity(0, 1), 0.4 - 0.15, 1e-15);
  EXPECT_NEAR(world.affinity(1, 0), -0.09, 1e-15);
  EXPECT_NEAR(world.alignment(1, 0), std::tanh(-0.09), 1e-15);
}

TEST(Interaction, ThatIsMutualMovesBothAlike) {
  World world(scenes::roster(3), 4, 4);
  Interaction{2, 1, 10.0, true}.apply(world, 0.3, 0.6);
  EXPECT_EQ(world.affinity(1, 2), world.affinity(2, 1));
  EXPECT_NEAR(world.affinity(1, 2), 0.3, 1e-15);
}

TEST(Interaction, OfScoreZeroMovesNothing) {
  World world = scenes::random_world(3, 161);
  const World before = world;
  Interaction{0, 1, 0.0, false}.apply(world, 0.3, 0.6);
  EXPECT_EQ(world.affinity, before.affinity);
  EXPECT_LT(scenes::apart(world.alignment, before.alignment), 1e-15);
}

}  // namespace
}  // namespace entente

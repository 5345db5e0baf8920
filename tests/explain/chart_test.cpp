#include "analysis/explain/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/error.h"
#include "tests/explain/worlds.h"

namespace entente {
namespace {

using explain::interaction;
using explain::setting;
using explain::shock;
using ::testing::ElementsAre;

std::shared_ptr<const Model> with(std::vector<Event> events) {
  return scenes::model(scenes::random_world(3, 1), Dynamics{}, 52, 7, std::move(events));
}

std::vector<std::string> event_parts(const Chart& chart) {
  return {chart.parts.begin() + Chart::first_event, chart.parts.end()};
}

TEST(Chart, NamesTheMechanismsInOrderThenNoise) {
  const Chart chart = chart_of({with({})}, {{0, 1}});
  EXPECT_EQ(chart.parts.front(), "inertia");
  EXPECT_EQ(chart.parts[Chart::noise], "noise");
  EXPECT_EQ(chart.parts.size(), Chart::mechanisms + 1);
}

TEST(Chart, HasOnlyTheEventsThatMoveADyadByThemselves) {
  const Quantity here{Quantity::Kind::alignment, 1, 0}, there{Quantity::Kind::alignment, 0, 1};
  const auto model = with({interaction("to", 1, 0, 1, 1), interaction("back", 2, 1, 0, 1),
                           interaction("elsewhere", 3, 0, 2, 1), setting("set", 4, there, 0.1),
                           setting("other side", 5, here, 0.1),
                           setting("pact", 6, {Quantity::Kind::pact, 0, 1}, 1.0)});
  EXPECT_THAT(event_parts(chart_of({model}, {{0, 1}})),
              ElementsAre("event.to", "event.back", "event.set"));
}

TEST(Chart, HasTheShocksAmongWhoseActorsADyadIs) {
  const auto model = with({shock("all", 1, {0, 1, 2}, 0, 1), shock("these", 2, {1, 0}, 0, 1),
                           shock("others", 3, {1, 2}, 0, 1), shock("", 59, {0, 1}, 0, 1)});
  EXPECT_THAT(event_parts(chart_of({model}, {{0, 1}})),
              ElementsAre("event.all", "event.these", "event 1970-03-01 shock"));
}

TEST(Chart, NamesEventsWithoutIdByDateAndActors) {
  const auto model = with({interaction("", 59, 0, 1, 1), interaction("", 59, 0, 1, 2),
                           setting("", 60, {Quantity::Kind::alignment, 0, 1}, 0.1)});
  EXPECT_THAT(event_parts(chart_of({model}, {{0, 1}})),
              ElementsAre("event 1970-03-01 A0-A1", "event 1970-03-01 A0-A1 (2)",
                          "event 1970-03-02 alignment.A0.A1"));
}

TEST(Chart, HoldsTheEventsOfAllVariants) {
  const auto base = with({interaction("both", 1, 0, 1, 1), interaction("base", 2, 0, 1, 1)});
  const auto variant = with({interaction("variant", 1, 0, 1, 1), interaction("both", 3, 0, 1, 1)});
  EXPECT_THAT(event_parts(chart_of({base, variant}, {{0, 1}})),
              ElementsAre("event.both", "event.base", "event.variant"));
}

TEST(Chart, ExplainsAlignmentsAlone) {
  const auto model = with({});
  const Roster& roster = *model->start.roster;
  EXPECT_EQ(dyad_of("alignment.A2.A0", roster), (Dyad{2, 0}));
  try {
    dyad_of("pact.A2.A0", roster);
    FAIL() << "not refused";
  } catch (const InputError& wrong) {
    EXPECT_EQ(wrong.diagnostics().front().message,
              "pact.A2.A0: only alignments are explained, as in alignment.BLR.CHN");
  }
  EXPECT_THROW(dyad_of("alignment.A2.A9", roster), InputError);
}

}  // namespace
}  // namespace entente

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/report/findings.h"
#include "analysis/report/labels.h"
#include "analysis/report/report_scope.h"
#include "sim/core/error.h"
#include "sim/scenario/edit.h"
#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(ReportScope, ShowsEveryMomentAndDyadOfASmallWorld) {
  const Ensemble ensemble = ensemble_of(small_world(), {"base"});
  const ReportScope scope = scope_of(ensemble);
  EXPECT_EQ(scope.moments.size(), 41U);
  EXPECT_EQ(scope.frames, scope.moments);
  EXPECT_EQ(scope.dyads.size(), 12U);
}

TEST(ReportScope, ThinsALongRunEvenlyFromItsStartToItsEnd) {
  Scenario scenario = small_world();
  scenario.ticks = 100'000;
  const ReportScope scope = scope_of(ensemble_of(scenario, {"base"}));
  EXPECT_EQ(scope.moments.size(), 600U);
  EXPECT_EQ(scope.moments.front(), 0);
  EXPECT_EQ(scope.moments.back(), 100'000);
  EXPECT_EQ(scope.moments[scope.moment_of(100'000)], 100'000);
  EXPECT_GE(scope.moments[scope.moment_of(777)], 777);
  EXPECT_EQ(scope.moments[scope.moment_of(200'000)], 100'000);
}

TEST(ReportScope, RestsOnAThousandRunsAtMost) {
  Ensemble ensemble = ensemble_of(small_world(), {"base"});
  ensemble.runs = 1'000'000;
  const ReportScope scope = scope_of(ensemble);
  EXPECT_EQ(scope.runs, ReportScope::most_runs);
  EXPECT_LE(scope.singles, 30U);
  EXPECT_EQ(observed(ensemble, scope).runs, ReportScope::most_runs);
}

/// A world of so many actors that nothing else is known of.
Scenario crowd(int actors) {
  Scenario scenario = small_world();
  scenario.variants.clear();
  for (int k = 4; k < actors; ++k) {
    ActorEntry actor;
    actor.id = "extra-" + std::to_string(k);
    actor.capability = 0.01;
    actor.covariates = scenario.actors.front().covariates;
    scenario.actors.push_back(actor);
  }
  return scenario;
}

TEST(ReportScope, ExplainsWhatIsWatchedAndTheMostCapableOfMany) {
  const Ensemble ensemble = ensemble_of(crowd(60), {"base"});
  const ReportScope scope = scope_of(ensemble);
  EXPECT_LE(scope.dyads.size(), 8U * 7U + ensemble.paths.size());
  for (const Index i : {0, 1, 2, 3}) {
    for (const Index j : {0, 1, 2, 3}) {
      if (i == j) continue;
      EXPECT_THAT(scope.dyads, Contains(Dyad{i, j}));
    }
  }
}

TEST(ReportScope, DeclinesAWorldThatNoPageCanShow) {
  try {
    scope_of(ensemble_of(crowd(401), {"base"}));
    FAIL() << "a page of 401 actors";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("at most 400 actors, and this scenario has 401"));
  }
}

TEST(Labels, TellPathsInWords) {
  Scenario scenario;
  scenario.actors = {ActorEntry{}, ActorEntry{}};
  scenario.actors[0].id = "BLR";
  scenario.actors[0].name = "Belarus";
  scenario.actors[1].id = "USA";
  scenario.actors[1].name = "United States";
  const Labels labels(scenario);
  EXPECT_EQ(labels.path("alignment.BLR.USA"), "Belarus's alignment with United States");
  EXPECT_EQ(labels.path("sanctions.USA.BLR"), "United States' sanctions on Belarus");
  EXPECT_EQ(labels.path("welfare.BLR"), "Belarus's welfare");
  EXPECT_EQ(labels.path("metric.mean_alignment"), "Mean alignment");
  EXPECT_EQ(labels.path("membership.SCO.BLR"), "Belarus's membership in SCO");
  EXPECT_EQ(labels.path("conflict.war.intensity"), "conflict.war.intensity");
}

/// Wilson's interval as Brown, Cai & DasGupta (Statistical Science 16 (2001) 101) tabulate it.
TEST(Findings, GiveSharesWilsonsInterval) {
  const Share none = share_of(0, 10), half = share_of(10, 20), all = share_of(10, 10);
  EXPECT_NEAR(none.low, 0.0, 1e-15);
  EXPECT_NEAR(none.high, 0.2775, 1e-4);
  EXPECT_NEAR(half.low, 0.2993, 1e-4);
  EXPECT_NEAR(half.high, 0.7007, 1e-4);
  EXPECT_NEAR(all.low, 1 - 0.2775, 1e-4);
  EXPECT_DOUBLE_EQ(all.high, 1.0);
}

}  // namespace
}  // namespace entente

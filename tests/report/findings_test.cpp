#include "analysis/report/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/edit.h"
#include "tests/ensemble/small_world.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<Finding> findings_in(const Scenario& scenario, std::uint64_t runs,
                                 const std::vector<std::string>& variants = {"base"}) {
  Ensemble ensemble = ensemble_of(scenario, variants);
  ensemble.runs = runs;
  const ReportScope scope = scope_of(ensemble);
  Ensemble watched = observed(ensemble, scope);
  CompareWhat what{scope.contrasts, {}};
  Comparison::prepare(watched, what);
  Comparison comparison(watched, what);
  RunObserver observer(watched, scope);
  std::vector<Sink*> sinks{&observer, &comparison};
  const std::atomic<bool> stop{false};
  conduct(watched, sinks, 2, stop);
  Gathered gathered{scenario, watched, scope, observer, variants.size() > 1 ? &comparison : nullptr,
                    {}};
  for (std::size_t v = 1; v < variants.size(); ++v)
    gathered.contrasts.push_back(comparison.contrasts(v));
  return findings_of(gathered);
}

TEST(Findings, TellACourseADecisionAndACause) {
  const auto findings = findings_in(small_world(), 30);
  ASSERT_THAT(findings, SizeIs(3));
  EXPECT_EQ(findings[0].panel, "series");
  EXPECT_THAT(findings[0].text, HasSubstr("(90 % of runs: "));
  EXPECT_EQ(findings[1].panel, "decisions");
  EXPECT_THAT(findings[1].text, HasSubstr("(95 % interval: "));
  EXPECT_EQ(findings[2].panel, "why");
  EXPECT_THAT(findings[2].text, HasSubstr("of affinity"));
}

TEST(Findings, TellWhatAVariantChanges) {
  const auto findings = findings_in(small_world(), 30, {"base", "same", "no-visit"});
  ASSERT_THAT(findings, SizeIs(3));
  EXPECT_EQ(findings[2].panel, "variants");
  EXPECT_THAT(findings[2].text, StartsWith("In the variant no-visit, "));
  EXPECT_EQ(findings[2].variant, 2U);
}

TEST(Findings, SayThatAVariantChangesNothing) {
  const auto findings = findings_in(small_world(), 30, {"base", "same"});
  EXPECT_THAT(findings[2].text, HasSubstr("No variant changes what is watched"));
}

/// Alignment that reverts to where it is, without events or noise, does not move.
TEST(Findings, SayThatNothingMoves) {
  Scenario scenario = small_world();
  scenario.events.clear();
  scenario.commitments.clear();
  scenario.variants.clear();
  for (const char* path :
       {"dynamics.alignment.noise", "dynamics.sanctions.rate", "dynamics.support.rate",
        "dynamics.dependence.rate", "dynamics.positions.influence", "dynamics.positions.inertia"})
    set_path(scenario, path, "0");
  const auto findings = findings_in(scenario, 5);
  EXPECT_THAT(findings[0].text, HasSubstr("near where it began, at "));
  EXPECT_THAT(findings[1].text, MatchesRegex("No actor changes its sanctions or its support.*"));
}

}  // namespace
}  // namespace entente

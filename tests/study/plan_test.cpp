#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "analysis/study/experiment.h"
#include "tests/study/studies.h"

namespace entente::studies {
namespace {

Study listed_study(std::vector<std::vector<Scalar>> points) {
  Study study;
  study.design.type = DesignType::list;
  study.parameters.emplace_back().path = "dynamics.alignment.balance";
  study.parameters.emplace_back().path = "sanctions.north.east";
  study.listed = std::move(points);
  return study;
}

TEST(Plan, OfAListHasItsRowsInOrder) {
  const std::vector<std::vector<Scalar>> points{{0.5, std::string("severe")},
                                                {std::int64_t{2}, std::string("none")}};
  const Plan plan(listed_study(points));
  EXPECT_EQ(plan.points(), 2u);
  EXPECT_EQ(all_values(plan), points);
  EXPECT_EQ(plan.in_order(0), 0u);
  EXPECT_EQ(plan.in_order(1), 1u);
  EXPECT_EQ(plan.design(), nullptr);
  EXPECT_TRUE(plan.coordinates(1).empty());
}

TEST(Plan, OfAGridHasEveryCombinationOfValuesOnce) {
  const Plan plan(
      study_in(small_study +
               "[[parameter]]\npath = \"scenario.ticks\"\nrange = [20, 24]\nlevels = 5\n"
               "[[parameter]]\npath = \"sanctions.north.east\"\nvalues = [\"none\", 4]\n"));
  ASSERT_EQ(plan.points(), 30u);
  std::set<std::vector<Scalar>> expected;
  for (const double balance : {0.5, 1.25, 2.0})
    for (std::int64_t ticks = 20; ticks <= 24; ++ticks)
      for (const Scalar& level : {Scalar{std::string("none")}, Scalar{std::int64_t{4}}})
        expected.insert({balance, ticks, level});
  const auto all = all_values(plan);
  EXPECT_EQ((std::set<std::vector<Scalar>>(all.begin(), all.end())), expected);
}

TEST(Plan, RunsEveryPointOnce) {
  const Plan plan(study_in(small("levels = 3", "levels = 101")));
  std::set<std::uint64_t> run;
  for (std::uint64_t k = 0; k < plan.points(); ++k) run.insert(plan.in_order(k));
  EXPECT_EQ(run.size(), 101u);
  EXPECT_EQ(*run.rbegin(), 100u);
}

RC_GTEST_PROP(RunNumbering, NumbersEveryRunOnce, ()) {
  const auto some = [] { return *rc::gen::inRange<std::uint64_t>(1, 7); };
  const RunNumbering numbering{some(), some(), static_cast<std::size_t>(some())};
  std::uint64_t number = 0;
  for (std::uint64_t point = 0; point < numbering.points; ++point)
    for (std::uint64_t replicate = 0; replicate < numbering.replicates; ++replicate)
      for (std::size_t variant = 0; variant < numbering.variants; ++variant, ++number) {
        const RunKey key{point, replicate, variant};
        RC_ASSERT(numbering.number_of(key) == number);
        RC_ASSERT(numbering.key_of(number) == key);
      }
  RC_ASSERT(numbering.runs() == number);
}

TEST(ReplayCommand, RepeatsARunByItsValuesSeedVariantAndReplicate) {
  Study study = listed_study({});
  study.seed = 7;
  study.variants = {{"base", {}}, {"no-visit", {}}};
  EXPECT_EQ(replay_command(study, {0.1, std::string("severe")}, {0, 12, 1}, "a/small.toml"),
            "entente run a/small.toml --seed 7 --first 12 --runs 1 --variant no-visit "
            "--set dynamics.alignment.balance=0.1 --set sanctions.north.east=severe");
  EXPECT_EQ(replay_command(study, {2.0, std::int64_t{3}}, {5, 0, 0}, "s.toml"),
            "entente run s.toml --seed 7 --first 0 --runs 1 --variant base "
            "--set dynamics.alignment.balance=2.0 --set sanctions.north.east=3");
}

TEST(ReplayCommand, CanBePastedIntoAShell) {
  const Study study = listed_study({});
  EXPECT_EQ(replay_command(study, {0.5, std::string("very severe")}, {}, "my world's.toml"),
            "entente run 'my world'\\''s.toml' --seed 1 --first 0 --runs 1 --variant base "
            "--set dynamics.alignment.balance=0.5 --set 'sanctions.north.east=very severe'");
}

TEST(ReplayCommand, ATestModelHasNone) {
  EXPECT_EQ(replay_command(study_in(model_study), {0.5}, {}, ""), "");
}

}  // namespace
}  // namespace entente::studies

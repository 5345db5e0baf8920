#include "analysis/explain/reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "analysis/explain/story.h"
#include "tests/explain/worlds.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Keeps the reason of every move, with what the ministep itself says of it.
class Listener final : public Witness {
 public:
  struct Heard {
    Reason reason;
    RowVector utilities;
    Index picked;
  };

  void begin(const World&) override {}
  void happen(const Event&, const World&) override {}
  void before_flow(const World&, const Dynamics&, double) override {}
  void after_flow(const World&) override {}
  void choose(const Choice& choice) override {
    if (choice.alternatives.alternative(choice.picked).step == 0) return;
    heard.push_back({reason_of(choice), choice.alternatives.utilities(), choice.picked});
  }
  std::vector<Heard> heard;
};

/// A restless world in which every effect weighs, covariates included.
std::shared_ptr<const Model> restless() {
  Dynamics dynamics;
  auto& [sanctions, support] = dynamics.choice;
  sanctions.rules.rate = support.rules.rate = 100.0;
  std::get<sanctions::Reciprocity>(sanctions.effects).weight = 0.7;
  std::get<sanctions::TransitiveTriplets>(sanctions.effects).weight = 0.4;
  std::get<sanctions::ThreeCycles>(sanctions.effects).weight = -0.3;
  World world = scenes::random_world(6, 9);
  for (Index i = 0; i < 6; ++i) {
    world.set_level(ChoiceLayer::sanctions, i, (i + 1) % 6, 1);
    world.set_level(ChoiceLayer::sanctions, (i + 1) % 6, i, 2);
  }
  Table regime(6, 2);
  regime << 0.1, 0.9, 0.5, 0.3, 0.7, 0.2, 0.4, 0.8, 0.6, 0.1, 0.2, 0.9;
  Matrix distance = Matrix::Random(6, 6);
  world.covariates = std::make_shared<Covariates>(
      Names({"democracy", "wealth"}), regime, Names({"distance"}), std::vector<Matrix>{distance});
  sanctions.covariates.ego = {{"democracy", 0.5}, {"wealth", -0.2}};
  sanctions.covariates.similarity = {{"wealth", 0.6}};
  support.covariates.alter = {{"democracy", 0.3}};
  support.covariates.dyadic = {{"distance", -0.8}};
  return scenes::model(std::move(world), dynamics, 60);
}

std::vector<Listener::Heard> heard_in(const std::shared_ptr<const Model>& model) {
  Listener listener;
  Simulation run(model, Draws(4, 0));
  run.show(&listener);
  while (!run.finished()) run.tick();
  return listener.heard;
}

TEST(Reason, ItsConsiderationsSumToItsUtility) {
  int raised = 0, lowered = 0;
  for (const auto& [reason, utilities, picked] : heard_in(restless())) {
    const double sum = std::accumulate(
        reason.considerations.begin(), reason.considerations.end(), 0.0,
        [](double so_far, const Consideration& each) { return so_far + each.utility; });
    EXPECT_NEAR(sum, reason.utility, 1e-12);
    EXPECT_EQ(reason.utility, utilities(picked));
    ++(reason.decision.to > reason.decision.from ? raised : lowered);
  }
  EXPECT_GT(raised, 20);
  EXPECT_GT(lowered, 20);
}

TEST(Reason, OfABlocsVoteIsTheMeanOfItsMembers) {
  auto model = std::make_shared<Model>(*restless());
  World& world = model->start;
  for (Index g = 0; g < world.membership.rows(); ++g) world.membership.row(g).setZero();
  std::vector<BlocRule> rules(static_cast<std::size_t>(world.membership.rows()));
  rules[0] = {BlocDecision::leader, 0};
  world.bloc_rules = std::make_shared<const std::vector<BlocRule>>(std::move(rules));
  for (const Index member : {0, 1, 2}) world.set_membership(0, member, 1.0);
  model->dynamics.choice.sanctions.rules.change = -1.0;  // it changes for the sake of it
  int votes = 0;
  for (const auto& [reason, utilities, picked] : heard_in(model)) {
    const double sum = std::accumulate(
        reason.considerations.begin(), reason.considerations.end(), 0.0,
        [](double so_far, const Consideration& each) { return so_far + each.utility; });
    EXPECT_NEAR(sum, reason.utility, 1e-12);
    votes += reason.decision.occasion == Occasion::vote;
  }
  EXPECT_GT(votes, 3);
}

/// A threat by 1 of sanctions on 0, should that raise its support for 2 to 2.
std::shared_ptr<const Model> threatened() {
  Dynamics dynamics = scenes::still();
  std::get<Grievance>(dynamics.alignment.mechanisms).rate = 1.0;
  dynamics.choice.support.rules = {
      .rate = 500.0, .levels = 4, .change = 0.0, .saturation = 0.0, .benchmark = Calibration::none};
  World world(scenes::roster(3, 0, 0, 1), 4, 4);
  world.declared_side(0, 2) = 1.0;
  world.intensity(0) = 1.0;
  world.refresh_conflicts();
  world.set_alignment(0, 2, 0.9);
  world.dependence(0, 1) = 0.02;
  const Pledge::Trigger trigger{ChoiceLayer::support, 0, 2, {Relation::at_least, 2}};
  scenes::pledge(world, {.by = 1, .target = 0, .level = 3, .last_tick = 99, .trigger = trigger});
  auto made = std::make_shared<Model>(*scenes::model(std::move(world), dynamics, 4));
  made->conditions.push_back(
      [](const Simulation& run) { return run.world().support()(0, 2) >= 2; });
  return made;
}

TEST(Reason, CountsWhatAThreatIsExpectedToCost) {
  bool found = false;
  for (const auto& [reason, utilities, picked] : heard_in(threatened()))
    for (const auto& each : reason.considerations)
      if (each.name == "deterrence") {
        found = true;
        EXPECT_EQ(reason.decision.to, 2);
        EXPECT_DOUBLE_EQ(each.utility, -100.0 * 3.0 / 4.0 * 0.02);
      }
  EXPECT_TRUE(found);
}

TEST(Story, TellsTheLevelsThatCommitmentsCalledFor) {
  const auto model = threatened();
  const Chart chart = chart_of({model}, {{0, 1}});
  const Story story = story_of(model, Draws(4, 0), chart);
  const auto called_for = [](const Cause& cause) {
    return cause.reason.decision.occasion == Occasion::commitment;
  };
  const auto found = std::find_if(story.causes.begin(), story.causes.end(), called_for);
  ASSERT_NE(found, story.causes.end());
  EXPECT_EQ(found->reason.decision.actor, 1);
  EXPECT_EQ(found->reason.decision.target, 0);
  EXPECT_EQ(found->reason.decision.to, 3);
  EXPECT_THAT(found->through, ElementsAre("grievance"));
  EXPECT_THAT(found->reason.considerations, IsEmpty());
}

TEST(Reason, ProbabilityAndRunnerUpFollowFromTheUtilities) {
  for (const auto& [reason, utilities, picked] : heard_in(restless())) {
    const double all = utilities.array().exp().sum();
    EXPECT_NEAR(reason.decision.probability, std::exp(reason.utility) / all, 1e-12);
    EXPECT_NEAR(reason.runner_up_probability, std::exp(reason.runner_up_utility) / all, 1e-12);
    for (Index a = 0; a < utilities.size(); ++a)
      if (a != picked) {
        EXPECT_LE(utilities(a), reason.runner_up_utility);
      }
  }
}

TEST(Reason, NamesEveryEffectThatWeighsCovariatesIncluded) {
  std::vector<std::string> sanctions, support;
  for (const auto& [reason, utilities, picked] : heard_in(restless()))
    for (const auto& each : reason.considerations) {
      auto& names = reason.decision.layer == ChoiceLayer::sanctions ? sanctions : support;
      if (std::find(names.begin(), names.end(), each.name) == names.end())
        names.push_back(each.name);
    }
  EXPECT_THAT(sanctions, ::testing::IsSupersetOf(
                             {"outdegree", "hostility", "coalition", "exposure", "reciprocity",
                              "transitive_triplets", "three_cycles", "ego.democracy", "ego.wealth",
                              "similarity.wealth", "revealed", "saturation", "change"}));
  EXPECT_THAT(support,
              ::testing::IsSupersetOf({"outdegree", "affinity", "enmity", "alter.democracy",
                                       "dyadic.distance", "revealed", "change"}));
}

TEST(Reason, OfOneStepIsTheUtilityOfTheModelPage) {
  Dynamics dynamics = scenes::still();
  dynamics.choice.sanctions.rules = {.rate = 5000.0,
                                     .levels = 4,
                                     .change = 0.3,
                                     .saturation = 1.5,
                                     .benchmark = Calibration::none};
  dynamics.choice.sanctions.effects = {};
  for_each(dynamics.choice.sanctions.effects, [](auto& effect) { effect.weight = 0.0; });
  std::get<sanctions::Hostility>(dynamics.choice.sanctions.effects).weight = 4.0;
  World world(scenes::roster(2), 4, 4);
  world.set_alignment(0, 1, -0.5);
  world.set_alignment(1, 0, -0.5);
  const auto heard = heard_in(scenes::model(std::move(world), dynamics, 1));
  ASSERT_FALSE(heard.empty());
  const auto& [reason, utilities, picked] = heard.front();  // the first move raises from none
  ASSERT_EQ(reason.considerations.size(), 3u);
  EXPECT_EQ(reason.considerations[0].name, "hostility");
  EXPECT_DOUBLE_EQ(reason.considerations[0].utility, 4.0 * 0.5);
  EXPECT_EQ(reason.considerations[1].name, "saturation");
  EXPECT_DOUBLE_EQ(reason.considerations[1].utility, -1.5 / 4);
  EXPECT_EQ(reason.considerations[2].name, "change");
  EXPECT_DOUBLE_EQ(reason.considerations[2].utility, -0.3);
  EXPECT_EQ(reason.runner_up.step, 0);  // the only other thing to do was to keep
}

TEST(Story, TellsTheCourseOfEveryPartToTheEnd) {
  const auto model = restless();
  const Chart chart = chart_of({model}, {{0, 1}});
  const Story story = story_of(model, Draws(4, 0), chart);
  ASSERT_EQ(story.affinity.size(), 61u);
  EXPECT_EQ(story.affinity.back(), scenes::outcome(model, 4, 0).affinity(0, 1));
  for (std::size_t moment = 0; moment < 61; ++moment) {
    double sum = 0.0;
    for (const auto& part : story.parts) sum += part[moment];
    EXPECT_NEAR(sum, story.affinity[moment] - story.affinity[0], 1e-9);
  }
  EXPECT_THAT(story.failure, IsEmpty());
  EXPECT_FALSE(story.causes.empty());
}

TEST(Story, EndsWhereTheRunFails) {
  World world(scenes::roster(2), 4, 4);
  Dynamics dynamics = scenes::still();
  dynamics.alignment.link = Link::identity;
  dynamics.alignment.self_ties = true;
  std::get<Balance>(dynamics.alignment.mechanisms).rate = 1.0;
  world.affinity.setConstant(5.0);
  world.alignment = world.affinity;
  const auto model = scenes::model(std::move(world), dynamics, 3000);
  const Story story = story_of(model, Draws(1, 0), chart_of({model}, {{0, 1}}));
  EXPECT_THAT(story.failure, ::testing::HasSubstr("alignment.A0."));
  EXPECT_LT(story.affinity.size(), 3001u);
  EXPECT_EQ(story.parts[Chart::noise].size(), story.affinity.size());
}

TEST(Story, ADecisionBearsOnADyadThroughTheMechanismsThatReadItsLevel) {
  const Dyad dyad{0, 1};
  const auto through = [&](ChoiceLayer layer, Index actor, Index target, const Dynamics& dynamics) {
    return channels(layer, actor, target, dyad, dynamics);
  };
  const Dynamics on;
  EXPECT_THAT(through(ChoiceLayer::sanctions, 1, 0, on),
              ElementsAre("grievance", "dependence", "influence"));
  EXPECT_THAT(through(ChoiceLayer::sanctions, 0, 1, on), ElementsAre("dependence", "influence"));
  EXPECT_THAT(through(ChoiceLayer::sanctions, 2, 0, on), ElementsAre("dependence", "influence"));
  EXPECT_THAT(through(ChoiceLayer::sanctions, 1, 2, on), IsEmpty());
  EXPECT_THAT(through(ChoiceLayer::support, 1, 2, on), ElementsAre("conflict"));
  EXPECT_THAT(through(ChoiceLayer::support, 2, 1, on), IsEmpty());
  Dynamics off = scenes::still();
  EXPECT_THAT(through(ChoiceLayer::sanctions, 1, 0, off), IsEmpty());
  EXPECT_THAT(through(ChoiceLayer::support, 0, 2, off), IsEmpty());
}

}  // namespace
}  // namespace entente

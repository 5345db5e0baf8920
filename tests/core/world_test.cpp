#include "sim/core/world.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/scenes.h"

namespace entente {
namespace {

TEST(World, BeginsWithoutKnowledge) {
  const World world(scenes::roster(4, 2, 3, 1), 4, 5);
  EXPECT_EQ(world.actors(), 4);
  EXPECT_EQ(world.issues(), 3);
  EXPECT_EQ(world.conflicts(), 1);
  EXPECT_EQ(world.share(2), 0.25);
  EXPECT_EQ(world.home_share(0), 1.0);
  EXPECT_EQ(world.levels(ChoiceLayer::sanctions).top(), 4);
  EXPECT_EQ(world.levels(ChoiceLayer::support).top(), 5);
  EXPECT_TRUE(world.alignment.isZero(0.0));
  EXPECT_TRUE(world.non_recognition().isZero(0.0));
  EXPECT_TRUE(world.belligerents().empty());
  EXPECT_NEAR(world.salience.row(1).sum(), 1.0, 1e-15);
}

TEST(World, MayBeEmpty) {
  World world(scenes::roster(0), 4, 4);
  world.refresh_conflicts();
  world.refresh_ties();
  EXPECT_EQ(world.actors(), 0);
}

TEST(World, KeepsAffinityAndAlignmentTogether) {
  World world(scenes::roster(2), 4, 4);
  world.set_affinity(0, 1, 0.7);
  EXPECT_DOUBLE_EQ(world.alignment(0, 1), std::tanh(0.7));
  world.set_alignment(1, 0, -0.6);
  EXPECT_DOUBLE_EQ(world.affinity(1, 0), std::atanh(-0.6));
  EXPECT_EQ(world.alignment(1, 0), -0.6);
  world.link = Link::identity;
  world.set_affinity(0, 1, 3.0);
  EXPECT_EQ(world.alignment(0, 1), 3.0);
  world.affinity(1, 0) = -5.0;
  world.refresh_alignment(1);
  EXPECT_EQ(world.alignment(1, 0), -5.0);
}

TEST(World, DividesTheRestOfARowInOldProportions) {
  World world(scenes::roster(3), 4, 4);
  world.dependence.row(0) << 0.0, 0.2, 0.3;
  world.set_dependence(0, 1, 0.6);
  EXPECT_DOUBLE_EQ(world.dependence(0, 1), 0.6);
  EXPECT_DOUBLE_EQ(world.dependence(0, 2), 0.15);
  EXPECT_DOUBLE_EQ(world.home_share(0), 0.25);
  world.dependence.row(0) << 0.0, 1.0, 0.0;
  world.set_dependence(0, 1, 0.6);
  EXPECT_DOUBLE_EQ(world.home_share(0), 0.4);
}

TEST(Ties, FollowFromMembershipCohesionAndRecognition) {
  World world(scenes::roster(3, 2), 4, 4);
  world.membership << 1.0, 0.5, 0.0, 0.0, 1.0, 0.8;
  world.cohesion << 2.0, 0.5;
  world.recognition(0, 1) = 0.3;
  world.recognition(1, 0) = 0.9;
  world.refresh_ties();
  EXPECT_DOUBLE_EQ(world.co_membership()(0, 1), 2.0 * 1.0 * 0.5);
  EXPECT_DOUBLE_EQ(world.co_membership()(2, 1), 0.5 * 0.8);
  EXPECT_EQ(world.co_membership()(0, 2), 0.0);
  EXPECT_TRUE(world.co_membership().diagonal().isZero(0.0));
  EXPECT_DOUBLE_EQ(world.non_recognition()(0, 1), 0.7);
  EXPECT_DOUBLE_EQ(world.non_recognition()(1, 0), 0.7);
  EXPECT_EQ(world.non_recognition()(1, 2), 0.0);
}

/// Conflict 0: A0 attacks A1 and A2; conflict 1: A1 attacks A3 at lower intensity; A4 stands aside.
World at_war() {
  World world(scenes::roster(5, 0, 0, 2), 4, 4);
  world.declared_side.row(0) << 1.0, -1.0, -0.5, 0.0, 0.0;
  world.declared_side.row(1) << 0.0, 0.6, 0.0, -1.0, 0.0;
  world.intensity << 0.8, 0.4;
  world.refresh_conflicts();
  return world;
}

TEST(Sides, AreTheDeclaredOnesWithoutSupport) {
  EXPECT_EQ(at_war().side(), at_war().declared_side);
}

TEST(Sides, MoveWithSupportForEitherSideAndStopAtOne) {
  World world = at_war();
  world.set_level(ChoiceLayer::support, 4, 0, 3);
  EXPECT_DOUBLE_EQ(world.side()(0, 4), 0.75);
  EXPECT_DOUBLE_EQ(world.side()(1, 4), 0.0);
  world.set_level(ChoiceLayer::support, 4, 2, 2);
  EXPECT_DOUBLE_EQ(world.side()(0, 4), 0.25);
  world.set_level(ChoiceLayer::support, 4, 1, 4);
  EXPECT_DOUBLE_EQ(world.side()(0, 4), -0.75);
  EXPECT_DOUBLE_EQ(world.side()(1, 4), 1.0);
  world.set_level(ChoiceLayer::support, 4, 2, 4);
  EXPECT_DOUBLE_EQ(world.side()(0, 4), -1.0);
}

TEST(Sides, AreUntouchedByThoseWhoSupportNoBelligerent) {
  World world = at_war();
  world.set_level(ChoiceLayer::support, 0, 4, 4);
  EXPECT_EQ(world.side(), world.declared_side);
}

TEST(Violation, IsTheWorstPartInAggression) {
  World world = at_war();
  EXPECT_DOUBLE_EQ(world.violation()(0), 0.8);
  EXPECT_DOUBLE_EQ(world.violation()(1), 0.4 * 0.6);
  EXPECT_EQ(world.violation()(2), 0.0);
  EXPECT_EQ(world.violation()(3), 0.0);
  world.set_level(ChoiceLayer::support, 4, 0, 2);
  EXPECT_DOUBLE_EQ(world.violation()(4), 0.8 * 0.5);
  world.set_level(ChoiceLayer::support, 4, 1, 4);
  EXPECT_DOUBLE_EQ(world.violation()(4), 0.4 * 1.0);
}

TEST(Belligerents, AreThoseWithASideInAnActiveConflict) {
  World world = at_war();
  EXPECT_EQ(world.belligerents(), (std::vector<Index>{0, 1, 2, 3}));
  world.intensity(1) = 0.0;
  world.refresh_conflicts();
  EXPECT_EQ(world.belligerents(), (std::vector<Index>{0, 1, 2}));
  EXPECT_EQ(world.violation()(1), 0.0);
}

TEST(Enemies, AreDeclaredOnTheOtherSideOfAnActiveConflict) {
  World world = at_war();
  EXPECT_EQ(world.enemies(0), (std::vector<Index>{1, 2}));
  EXPECT_EQ(world.enemies(1), (std::vector<Index>{0, 3}));
  EXPECT_EQ(world.enemies(3), (std::vector<Index>{1}));
  EXPECT_TRUE(world.enemies(4).empty());
  world.intensity(0) = 0.0;
  world.refresh_conflicts();
  EXPECT_TRUE(world.enemies(0).empty());
  EXPECT_EQ(world.enemies(1), (std::vector<Index>{3}));
}

TEST(Covariates, CentreSimilarityOverDyads) {
  Table values(4, 2);
  values << 0, 5, 1, 5, 4, 5, 2, 5;
  const Covariates x(Names({"regime", "same"}), values, Names(), {});
  const Matrix& similarity = x.similarity(0);
  EXPECT_NEAR(similarity.sum(), 0.0, 1e-15);
  EXPECT_TRUE(similarity.diagonal().isZero(0.0));
  EXPECT_EQ(similarity, Matrix(similarity.transpose()));
  EXPECT_DOUBLE_EQ(similarity(0, 1) - similarity(0, 2), (4.0 - 1.0) / 4.0);
  EXPECT_DOUBLE_EQ(similarity(0, 1), 1.0 - 1.0 / 4.0 - (6.0 - (1 + 4 + 2 + 3 + 1 + 2) / 4.0) / 6.0);
  EXPECT_TRUE(x.similarity(1).isZero(0.0));
}

TEST(Covariates, OfOneActorAreSimilarToNobody) {
  const Covariates x(Names({"regime"}), Table::Ones(1, 1), Names(), {});
  EXPECT_EQ(x.similarity(0)(0, 0), 0.0);
}

}  // namespace
}  // namespace entente

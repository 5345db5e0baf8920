#include "sim/core/levels.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente {
namespace {

TEST(Levels, BeginAtNone) {
  const Levels levels(3, 4);
  EXPECT_EQ(levels.top(), 4);
  EXPECT_TRUE(levels.intensity().isZero(0.0));
  EXPECT_TRUE(levels.held_by(1).empty());
  EXPECT_TRUE(levels.held_on(1).empty());
}

TEST(Levels, HaveAnIntensityThatIsTheShareOfTheTop) {
  Levels levels(3, 4);
  levels.set(0, 2, 3);
  EXPECT_EQ(levels(0, 2), 3);
  EXPECT_EQ(levels.intensity()(0, 2), 0.75);
  EXPECT_EQ(levels.intensity()(2, 0), 0.0);
  Levels binary(3, 1);
  binary.set(0, 2, 1);
  EXPECT_EQ(binary.intensity()(0, 2), 1.0);
}

std::vector<std::pair<Index, double>> pairs(const std::vector<Levels::Tie>& ties) {
  std::vector<std::pair<Index, double>> list;
  for (const auto& tie : ties) list.emplace_back(tie.other, tie.intensity);
  return list;
}

TEST(Levels, ListTiesInOrderHoweverTheyWereSet) {
  Levels levels(5, 2);
  for (const Index j : {4, 1, 3}) levels.set(2, j, 1);
  levels.set(0, 4, 2);
  levels.set(2, 1, 2);
  levels.set(2, 3, 0);
  using List = std::vector<std::pair<Index, double>>;
  EXPECT_EQ(pairs(levels.held_by(2)), (List{{1, 1.0}, {4, 0.5}}));
  EXPECT_EQ(pairs(levels.held_on(4)), (List{{0, 1.0}, {2, 0.5}}));
  EXPECT_TRUE(levels.held_on(3).empty());
}

RC_GTEST_PROP(LevelsProperty, ListsAreWhatTheMatrixSays, ()) {
  const Index n = *rc::gen::inRange(2, 8);
  Levels levels(n, 4);
  const int moves = *rc::gen::inRange(0, 100);
  for (int move = 0; move < moves; ++move) {
    const Index i = *rc::gen::inRange<Index>(0, n), j = *rc::gen::inRange<Index>(0, n);
    if (i != j) levels.set(i, j, *rc::gen::inRange(0, 5));
  }
  for (Index i = 0; i < n; ++i) {
    std::vector<std::pair<Index, double>> held, bearing;
    for (Index j = 0; j < n; ++j) {
      RC_ASSERT(levels.intensity()(i, j) == levels(i, j) / 4.0);
      if (levels(i, j) > 0) held.emplace_back(j, levels(i, j) / 4.0);
      if (levels(j, i) > 0) bearing.emplace_back(j, levels(j, i) / 4.0);
    }
    RC_ASSERT(pairs(levels.held_by(i)) == held);
    std::vector<std::pair<Index, double>> of_all;
    for (const auto& [holder, other, intensity] : levels.held())
      if (holder == i) of_all.emplace_back(other, intensity);
    RC_ASSERT(of_all == held);
    RC_ASSERT(pairs(levels.held_on(i)) == bearing);
  }
}

TEST(Levels, HaveFiveNamesInEachLayer) {
  EXPECT_EQ(level_names(ChoiceLayer::sanctions)[4], "embargo");
  EXPECT_EQ(level_names(ChoiceLayer::support)[3], "lethal");
  EXPECT_EQ(names_of(ChoiceLayer{})[static_cast<std::size_t>(ChoiceLayer::support)], "support");
}

TEST(LevelsDeathTest, RefuseWhatIsNoLevel) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  Levels levels(3, 4);
  EXPECT_DEATH(levels.set(0, 1, 5), "expected a level");
  EXPECT_DEATH(levels.set(0, 1, -1), "expected a level");
  EXPECT_DEATH(levels.set(1, 1, 0), "expected a level");
}

}  // namespace
}  // namespace entente

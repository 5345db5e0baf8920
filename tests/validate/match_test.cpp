#include "analysis/validate/match.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

TEST(Match, IsNearUpToTheToleranceAndNoFurther) {
  Matches found;
  found.near("a", 7.0, 7.5, 0.5, 1);
  found.near("b", 7.0, 7.5, 0.25, 1);
  EXPECT_TRUE(found.all()[0].agrees);
  EXPECT_FALSE(found.all()[1].agrees);
  EXPECT_EQ(found.all()[0].published, "7.0");
  EXPECT_EQ(found.all()[0].here, "7.5");
  EXPECT_EQ(found.all()[0].tolerance, "± 0.5");
}

TEST(Match, OfWhatIsNoNumberNeverAgrees) {
  Matches found;
  found.near("a", 7.0, NAN, 1e9);
  found.apart("b", "0", NAN, 1e9);
  EXPECT_FALSE(found.all()[0].agrees);
  EXPECT_FALSE(found.all()[1].agrees);
}

TEST(Match, IsEqualOnlyToTheSame) {
  Matches found;
  found.equal("a", 7, 7);
  found.equal("b", 7, 8);
  found.equal("c", "Sun, Prime", "Sun");
  EXPECT_TRUE(found.all()[0].agrees);
  EXPECT_FALSE(found.all()[1].agrees);
  EXPECT_FALSE(found.all()[2].agrees);
}

TEST(Matches, AgreeIfAllDo) {
  Matches found;
  EXPECT_TRUE(found.agree());
  found.equal("a", 7, 7);
  EXPECT_TRUE(found.agree());
  found.equal("b", 7, 8);
  EXPECT_FALSE(found.agree());
  EXPECT_FALSE(found.expected());
}

TEST(Matches, AreExpectedToDifferOnlyWhereThatIsExplained) {
  Matches found;
  found.equal("a", 7, 7);
  found.explain("of no matter: it agrees");
  EXPECT_EQ(found.all()[0].why, "");
  found.equal("b", 7, 8);
  found.explain("the sizes are not published");
  EXPECT_FALSE(found.agree());
  EXPECT_TRUE(found.expected());
  found.equal("c", 7, 9);
  EXPECT_FALSE(found.expected());
}

}  // namespace
}  // namespace entente

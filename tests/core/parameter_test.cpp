#include "sim/core/parameter.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Case {
  Bounds bounds;
  double least_inside, most_inside;
  double below, above;
  std::string words;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {any_real(), -1e308, 1e308, -infinity, infinity, "a finite number"},
      {at_least(0), 0.0, 1e308, -1e-300, infinity, "a number of at least 0"},
      {above(0), 1e-300, 1e308, 0.0, infinity, "a number above 0"},
      {between(-1, 1), -1.0, 1.0, -1.0000001, 1.0000001, "a number between -1 and 1"},
      {within(-1, 1), -0.9999999, 0.9999999, -1.0, 1.0, "a number between -1 and 1, both excluded"},
      {{0.0, 1.0, false, true},
       0.0,
       0.9999999,
       -1e-300,
       1.0,
       "a number between 0 and 1, the last excluded"},
      {{0.0, 1.0, true, false},
       1e-300,
       1.0,
       0.0,
       1.0000001,
       "a number between 0 and 1, the first excluded"},
      {{-infinity, 2.0, false, false}, -1e308, 2.0, -infinity, 2.0000001, "a number of at most 2"},
      {{-infinity, 2.0, false, true}, -1e308, 1.9999999, -infinity, 2.0, "a number below 2"}};
  return all;
}

TEST(Bounds, HoldTheirEndsUnlessOpen) {
  for (const Case& c : cases()) {
    EXPECT_TRUE(c.bounds.contains(c.least_inside)) << c.words;
    EXPECT_TRUE(c.bounds.contains(c.most_inside)) << c.words;
    EXPECT_FALSE(c.bounds.contains(c.below)) << c.words;
    EXPECT_FALSE(c.bounds.contains(c.above)) << c.words;
  }
}

TEST(Bounds, HoldNothingThatIsNoNumber) {
  for (const Case& c : cases())
    for (const double none : {std::nan(""), infinity, -infinity})
      EXPECT_FALSE(c.bounds.contains(none)) << c.words;
}

TEST(Bounds, AreDescribedInWords) {
  for (const Case& c : cases()) EXPECT_EQ(describe(c.bounds), c.words);
}

TEST(Enumerations, NameEachValueInOrder) {
  EXPECT_EQ(names_of(Link{})[static_cast<std::size_t>(Link::identity)], "identity");
  EXPECT_EQ(names_of(Baseline{})[static_cast<std::size_t>(Baseline::initial)], "initial");
  EXPECT_EQ(names_of(Weighting{})[static_cast<std::size_t>(Weighting::uniform)], "uniform");
  EXPECT_EQ(names_of(Calibration{})[static_cast<std::size_t>(Calibration::none)], "none");
}

}  // namespace
}  // namespace entente

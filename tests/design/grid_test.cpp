#include "analysis/design/grid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/design/designs.h"

namespace entente {
namespace {

using designs::at;

/// A grid of up to four factors with few levels.
std::vector<Grid::Axis> some_axes() {
  const auto count = *rc::gen::inRange<std::size_t>(1, 5);
  std::vector<Grid::Axis> axes;
  for (std::size_t j = 0; j < count; ++j)
    axes.push_back({*rc::gen::inRange<std::uint64_t>(2, 9), *rc::gen::arbitrary<bool>()});
  return axes;
}

TEST(Grid, HasTheLastFactorAsItsFastestDigit) {
  const Grid grid({{3, false}, {2, true}});
  ASSERT_EQ(grid.points(), 6u);
  EXPECT_EQ(at(grid, 0), (std::vector{0.0, 0.25}));
  EXPECT_EQ(at(grid, 1), (std::vector{0.0, 0.75}));
  EXPECT_EQ(at(grid, 2), (std::vector{0.5, 0.25}));
  EXPECT_EQ(at(grid, 5), (std::vector{1.0, 0.75}));
}

TEST(Grid, OfNoFactorIsOnePoint) {
  const Grid grid({});
  EXPECT_EQ(grid.points(), 1u);
  EXPECT_EQ(grid.in_order(0), 0u);
}

RC_GTEST_PROP(Grid, HasEveryCombinationOnceInEitherOrder, ()) {
  const Grid grid(some_axes());
  std::set<std::vector<double>> seen, run;
  for (std::uint64_t p = 0; p < grid.points(); ++p) {
    seen.insert(at(grid, p));
    run.insert(at(grid, grid.in_order(p)));
  }
  RC_ASSERT(seen.size() == grid.points());
  RC_ASSERT(run == seen);
}

RC_GTEST_PROP(Grid, RunsEveryLevelEquallyOftenInAnyPrefix, ()) {
  const auto axes = some_axes();
  const Grid grid(axes);
  std::uint64_t most = 0;
  for (const auto& axis : axes) most = std::max(most, axis.levels);
  std::vector<std::map<double, std::uint64_t>> times(axes.size());
  for (std::size_t j = 0; j < axes.size(); ++j)
    for (std::uint64_t p = 0; p < grid.points(); ++p) times[j][at(grid, p)[j]] = 0;
  for (std::uint64_t k = 0; k < grid.points(); ++k) {
    const auto unit = at(grid, grid.in_order(k));
    for (std::size_t j = 0; j < axes.size(); ++j) {
      ++times[j][unit[j]];
      std::uint64_t least = grid.points(), greatest = 0;
      for (const auto& [level, count] : times[j]) {
        least = std::min(least, count);
        greatest = std::max(greatest, count);
      }
      // One more in each round of the factor with most levels, and in the round under way; none
      // where its levels are a multiple of the factor's.
      const std::uint64_t whole = most % axes[j].levels == 0 ? 0 : k / most;
      RC_ASSERT(greatest - least <= whole + 1);
    }
  }
}

TEST(Grid, PairsEachLevelWithEachInTheSquareOfAPrime) {
  const std::uint64_t prime = 5;
  const Grid grid(std::vector<Grid::Axis>(5, {prime, true}));
  for (std::size_t a = 0; a < 5; ++a)
    for (std::size_t b = a + 1; b < 5; ++b) {
      std::set<std::pair<double, double>> pairs;
      for (std::uint64_t k = 0; k < prime * prime; ++k) {
        const auto unit = at(grid, grid.in_order(k));
        pairs.insert({unit[a], unit[b]});
      }
      EXPECT_EQ(pairs.size(), prime * prime) << a << " and " << b;
    }
}

TEST(Grid, SpreadsItsFirstPointsOverLongRanges) {
  const Grid grid({{1000, false}, {1000, false}, {2, true}});
  std::vector<std::set<std::uint64_t>> parts(2);
  for (std::uint64_t k = 0; k < 25; ++k)
    for (std::size_t j = 0; j < 2; ++j)
      parts[j].insert(designs::part(at(grid, grid.in_order(k))[j], 8));
  EXPECT_GE(parts[0].size(), 8u);
  EXPECT_GE(parts[1].size(), 8u);
}

}  // namespace
}  // namespace entente

#include "analysis/design/design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/error.h"
#include "tests/design/designs.h"

namespace entente {
namespace {

using designs::at;
using designs::choice;
using designs::entry;
using designs::range;

/// What is wrong with a design, one line a problem.
std::string problems(const DesignEntry& asked, const std::vector<Factor>& factors) {
  try {
    make_design(asked, factors, 1);
  } catch (const InputError& error) {
    std::string text;
    for (const Diagnostic& diagnostic : error.diagnostics()) text += diagnostic.message + "\n";
    return text;
  }
  return "";
}

const std::vector<DesignEntry>& one_of_each() {
  static const std::vector<DesignEntry> all{
      entry(DesignType::grid, {}, 6),         entry(DesignType::zip, {}, 6),
      entry(DesignType::latin_hypercube, 40), entry(DesignType::sobol, 40),
      entry(DesignType::niederreiter, 40),    entry(DesignType::saltelli, 8),
      entry(DesignType::morris, 8, 6)};
  return all;
}

TEST(MakeDesign, HasAsManyPointsAsItsTypeMakes) {
  const std::vector<Factor> factors{range(), range(), choice(6)};
  std::vector<std::uint64_t> points;
  for (const auto& asked : one_of_each()) {
    const auto design = make_design(asked, factors, 1);
    points.push_back(design->points());
    EXPECT_EQ(design->factors(), 3u);
  }
  EXPECT_THAT(points, testing::ElementsAre(216, 6, 40, 40, 40, 8 * 5, 8 * 4));
}

TEST(MakeDesign, GivesValuesTheMiddleOfTheirStepsAndKeepsRangesInTheUnitInterval) {
  const std::vector<Factor> factors{range(), choice(6), choice(6)};
  for (const auto& asked : one_of_each()) {
    const auto design = make_design(asked, factors, 3);
    for (std::uint64_t p = 0; p < design->points(); ++p) {
      const auto unit = at(*design, p);
      EXPECT_TRUE(unit[0] >= 0.0 && unit[0] <= 1.0);
      for (const std::size_t j : {1, 2}) {
        const double step = unit[j] * 6 - 0.5;
        EXPECT_NEAR(step, std::round(step), 1e-12);
        EXPECT_TRUE(step > -0.1 && step < 5.1);
      }
    }
  }
}

TEST(MakeDesign, IsAPureFunctionOfItsSeedAndPoint) {
  const std::vector<Factor> factors{range(), range(), choice(6)};
  for (const auto& asked : one_of_each()) {
    const auto once = make_design(asked, factors, 5), again = make_design(asked, factors, 5);
    std::vector<std::vector<double>> forward, backward(once->points());
    for (std::uint64_t p = 0; p < once->points(); ++p) forward.push_back(at(*once, p));
    for (std::uint64_t p = again->points(); p-- > 0;) backward[p] = at(*again, p);
    EXPECT_EQ(forward, backward);
  }
}

TEST(MakeDesign, MakesOtherPointsOfAnotherSeedWhereTheyAreRandom) {
  const std::vector<Factor> factors{range(), range(), range()};
  for (const auto& asked : one_of_each()) {
    const bool random = asked.type != DesignType::grid && asked.type != DesignType::zip;
    const auto one = make_design(asked, factors, 5), other = make_design(asked, factors, 6);
    bool same = true;
    for (std::uint64_t p = 0; p < one->points(); ++p) same &= at(*one, p) == at(*other, p);
    EXPECT_EQ(same, !random);
  }
}

TEST(MakeDesign, RunsEveryPointOnce) {
  const std::vector<Factor> factors{range(), range(), choice(6)};
  for (const auto& asked : one_of_each()) {
    const auto design = make_design(asked, factors, 5);
    std::vector<int> times(design->points());
    for (std::uint64_t k = 0; k < design->points(); ++k) ++times.at(design->in_order(k));
    EXPECT_THAT(times, testing::Each(1));
  }
}

TEST(MakeDesign, AnswersForABillionPointsAndMore) {
  const std::vector<Factor> factors{range(1'000'000), choice(1000), choice(2)};
  for (const auto& [asked, points] : std::vector<std::pair<DesignEntry, std::uint64_t>>{
           {entry(DesignType::grid), 2'000'000'000},
           {entry(DesignType::latin_hypercube, 1'000'000'000'000), 1'000'000'000'000},
           {entry(DesignType::sobol, 1'000'000'000'000), 1'000'000'000'000},
           {entry(DesignType::niederreiter, 1'000'000'000), 1'000'000'000},
           {entry(DesignType::saltelli, 200'000'000'000), 1'000'000'000'000},
           {entry(DesignType::morris, 250'000'000'000), 1'000'000'000'000}}) {
    const auto design = make_design(asked, factors, 1);
    ASSERT_EQ(design->points(), points);
    EXPECT_NE(at(*design, points - 1), at(*design, points / 2));
    EXPECT_LT(design->in_order(points - 1), points);
  }
}

TEST(MakeDesign, AsksForValuesOrLevels) {
  const std::vector<Factor> factors{range(3), {"dynamics.noise", 0, false}, range()};
  EXPECT_EQ(problems(entry(DesignType::grid), factors),
            "grid: parameter 2 (dynamics.noise) has neither values nor levels\n"
            "grid: parameter 3 has neither values nor levels\n");
  EXPECT_EQ(problems(entry(DesignType::zip), {range(), choice(3)}),
            "zip: parameter 1 has neither values nor levels\n");
  EXPECT_EQ(problems(entry(DesignType::grid), {range(1)}),
            "grid: parameter 1 has one level; a range takes 2 or more\n");
}

TEST(MakeDesign, AsksForPointsWhereTheyAreFree) {
  for (const DesignType type : {DesignType::latin_hypercube, DesignType::sobol,
                                DesignType::niederreiter, DesignType::saltelli, DesignType::morris})
    EXPECT_THAT(problems(entry(type), {range()}), testing::HasSubstr(": points is missing: how"));
  EXPECT_EQ(problems(entry(DesignType::sobol, 0), {range()}),
            "sobol: points = 0 is not between 1 and 1000000000000\n");
}

TEST(MakeDesign, RefusesWhatItsTypeDoesNotTake) {
  EXPECT_EQ(problems(entry(DesignType::grid, 5), {choice(2)}),
            "grid: takes no points: their number follows from the parameters' values\n");
  EXPECT_EQ(problems(entry(DesignType::sobol, 5, 3), {range()}),
            "sobol: takes no levels: ranges are not divided\n");
  EXPECT_EQ(problems(entry(DesignType::grid, {}, 1), {choice(2)}),
            "grid: levels = 1 is less than 2\n");
  auto listed = entry(DesignType::zip);
  listed.table = "points.csv";
  EXPECT_EQ(problems(listed, {choice(2)}), "zip: takes no table: that is for list\n");
  EXPECT_EQ(problems(entry(DesignType::sobol, 5), {}),
            "sobol: there is no parameter that varies\n");
}

TEST(MakeDesign, SaysWhichParametersAZipCannotPair) {
  EXPECT_EQ(problems(entry(DesignType::zip), {choice(3), range(3), {"b", 4, true}}),
            "zip: parameter 1 has 3 values and parameter 3 (b) has 4; it pairs the first with the "
            "first, and so on\n");
}

TEST(MakeDesign, SaysHowLargeADesignCanBe) {
  const std::vector<Factor> wide{range(1'000'000), range(1'000'000), choice(2)};
  EXPECT_EQ(problems(entry(DesignType::grid), wide),
            "grid: there are more than 1000000000000 combinations\n");
  EXPECT_EQ(problems(entry(DesignType::saltelli, 500'000'000'000), {range()}),
            "saltelli: 500000000000 times 3 points are more than 1000000000000\n");
  EXPECT_EQ(problems(entry(DesignType::morris, 900'000'000'000), {range()}),
            "morris: 900000000000 times 2 points are more than 1000000000000\n");
  EXPECT_EQ(problems(entry(DesignType::sobol, 4), std::vector<Factor>(3668)),
            "sobol: 3668 parameters are more than the 3667 that it can have\n");
  EXPECT_EQ(problems(entry(DesignType::niederreiter, 4), std::vector<Factor>(4721)),
            "niederreiter: 4721 parameters are more than the 4720 that it can have\n");
  EXPECT_EQ(problems(entry(DesignType::saltelli, 4), std::vector<Factor>(1834)),
            "saltelli: 1834 parameters are more than the 1833 that it can have\n");
}

TEST(MakeDesign, WantsMorrisToStepAcrossAnEvenNumberOfLevels) {
  EXPECT_EQ(problems(entry(DesignType::morris, 4, 5), {range(), {"b", 1, true}}),
            "morris: levels = 5 is odd; a step passes half of them\n"
            "morris: parameter 2 (b) has a single value and nowhere to step\n");
}

TEST(MakeDesign, ReportsAllThatIsWrongAtOnce) {
  EXPECT_EQ(problems(entry(DesignType::zip, 7), {range(), choice(3), choice(2)}),
            "zip: takes no points: their number follows from the parameters' values\n"
            "zip: parameter 1 has neither values nor levels\n");
}

}  // namespace
}  // namespace entente

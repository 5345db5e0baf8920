#include "analysis/metrics/landscape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/metrics/published.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

Landscape foes(const Vector& size) {
  const Index n = size.size();
  return {size, Matrix(Matrix::Identity(n, n)) - Matrix::Ones(n, n)};
}

Landscape arbitrary_landscape(Index n) {
  Vector size(n);
  for (double& s : size) s = test::arbitrary_count(1, 9);
  Matrix propensity = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < i; ++j)
      propensity(i, j) = propensity(j, i) = test::arbitrary_count(-2, 2);
  return {size, propensity};
}

std::vector<std::vector<int>> all_camps(Index n) {
  std::vector<std::vector<int>> all;
  for (unsigned side = 0; side < 1U << (n - 1); ++side) {
    std::vector<int> camps{1};
    for (Index i = 1; i < n; ++i) camps.push_back(side >> (i - 1) & 1U ? -1 : 1);
    all.push_back(camps);
  }
  return all;
}

/// Steepest descent by the definition: by the energies of all neighbours.
std::vector<int> walked_down(const Landscape& landscape, std::vector<int> camps) {
  while (true) {
    double least = landscape.energy(camps);
    std::size_t mover = camps.size();
    for (std::size_t i = 0; i < camps.size(); ++i) {
      std::vector<int> moved = camps;
      moved[i] = -moved[i];
      if (landscape.energy(moved) >= least) continue;
      least = landscape.energy(moved);
      mover = i;
    }
    if (mover == camps.size()) break;
    camps[mover] = -camps[mover];
  }
  if (camps[0] < 0)
    for (int& camp : camps) camp = -camp;
  return camps;
}

std::int64_t configurations(const std::vector<Basin>& all) {
  std::int64_t sum = 0;
  for (const Basin& basin : all) sum += basin.configurations;
  return sum;
}

TEST(Landscape, OfFriendsHasOneMinimumWhereAllAreTogether) {
  const Index n = 9;
  const auto found = basins({Vector::Ones(n), Matrix::Ones(n, n)});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].camps, std::vector<int>(n, 1));
  EXPECT_EQ(found[0].energy, 0.0);
  EXPECT_EQ(found[0].configurations, 256);
}

TEST(Landscape, OfEqualFoesHasAMinimumForEachEvenSplit) {
  // Of 2m: C(2m, m)/2 splits, across each m² pairs counted twice.
  const auto six = basins(foes(Vector::Ones(6)));
  EXPECT_EQ(six.size(), 10u);
  for (const Basin& basin : six) EXPECT_EQ(basin.energy, -18.0);
  // Of five: C(5, 2); a move from three to two changes nothing and leaves all ten minima.
  const auto five = basins(foes(Vector::Ones(5)));
  EXPECT_EQ(five.size(), 10u);
  for (const Basin& basin : five) EXPECT_EQ(basin.energy, -12.0);
}

TEST(Landscape, OfFivePowersOfWhichOneIsGreaterHasAMinimumForEachAllyOfIts) {
  // Size a with one ally of size 1 against three: (a + 1)·3 across, the most while 1 < a < 3.
  for (const double a : {1.25, 2.0, 2.75}) {
    Vector size = Vector::Ones(5);
    size(2) = a;
    const auto found = basins(foes(size));
    EXPECT_EQ(found.size(), 4u) << a;
    for (const Basin& basin : found) EXPECT_EQ(basin.energy, -6.0 * (a + 1.0)) << a;
  }
}

TEST(Landscape, OfUnixFirmsHasTheTwoPublishedMinima) {
  // Sun, Prime, AT&T, IBM, DEC, HP, Apollo, Intergraph, SGI; specialists are 1.
  const Vector size{{28.9, 1.0, 28.5, 3.8, 20.0, 11.5, 21.2, 4.4, 4.4}};
  const std::vector<int> specialist{1, 1, 0, 0, 0, 0, 1, 1, 1};
  const Landscape firms(size, test::grouped(specialist, -1.0, 0.0));
  const auto found = basins(firms);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_NEAR(found[0].energy, found[1].energy, 1e-9);
  EXPECT_THAT((std::vector{found[0].camps, found[1].camps}),
              ::testing::UnorderedElementsAre(ElementsAre(1, 1, 1, 1, -1, -1, -1, -1, -1),
                                              ElementsAre(1, 1, -1, -1, 1, 1, -1, -1, -1)));
  EXPECT_EQ(configurations(found), 256);
}

TEST(Landscape, OfSyriaHasThePublishedMinimum) {
  auto rows = test::published_rows("networks/landscape_syria2016_axelrod_furnas.csv");
  if (rows.empty()) GTEST_SKIP() << test::absent();
  test::NamedTies propensity;
  std::map<std::string, double> sizes;
  for (auto& row : rows) {
    propensity.add(row["a"], row["b"], std::stod(row["propensity_1to5"]) - 3.0);
    sizes[row["a"]] = std::stod(row["size_a"]);
    sizes[row["b"]] = std::stod(row["size_b"]);
  }
  Vector size(11);
  for (const auto& [name, s] : sizes) size(propensity.number(name)) = s;
  const Landscape syria(size, propensity.matrix());
  std::vector<int> camps(11, 1);
  for (const char* apart : {"Turkey", "ISIS", "Nursa"})
    camps[static_cast<std::size_t>(propensity.number(apart))] = -1;
  const auto found = basins(syria);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].energy, -83200.0);
  EXPECT_EQ(found[0].camps, camps);
  EXPECT_EQ(found[0].configurations, 1024);
  EXPECT_EQ(deepest_point(syria).camps, camps);
}

RC_GTEST_PROP(LandscapeProperty, BasinsAreThoseOfTheDefinition, ()) {
  const Index n = test::arbitrary_size(1, 9);
  const Landscape landscape = arbitrary_landscape(n);
  std::map<std::vector<int>, std::int64_t> expected;
  for (const auto& camps : all_camps(n)) {
    const auto end = walked_down(landscape, camps);
    RC_ASSERT(descended(landscape, camps) == end);
    ++expected[end];
  }
  const auto found = basins(landscape);
  RC_ASSERT(found.size() == expected.size());
  for (std::size_t k = 0; k < found.size(); ++k) {
    RC_ASSERT(found[k].configurations == expected.at(found[k].camps));
    RC_ASSERT(found[k].energy == landscape.energy(found[k].camps));
    if (k > 0) RC_ASSERT(found[k - 1].energy <= found[k].energy);
  }
}

RC_GTEST_PROP(LandscapeProperty, TheDeepestPointIsTheDeepestMinimum, ()) {
  const Landscape landscape = arbitrary_landscape(test::arbitrary_size(1, 10));
  const DeepestPoint point = deepest_point(landscape);
  RC_ASSERT(point.proven);
  RC_ASSERT(point.energy == basins(landscape).front().energy);
  RC_ASSERT(point.energy == landscape.energy(point.camps));
  RC_ASSERT(point.lower_bound == point.energy);
}

RC_GTEST_PROP(LandscapeProperty, RandomDescentsEndInMinima, ()) {
  const Landscape landscape = arbitrary_landscape(test::arbitrary_size(1, 9));
  const auto found = basins(landscape);
  const auto sampled = sampled_basins(landscape, Draws(7, 0), 300);
  RC_ASSERT(configurations(sampled) == 300);
  for (const Basin& basin : sampled)
    RC_ASSERT(std::any_of(found.begin(), found.end(), [&](const Basin& other) {
      return other.camps == basin.camps && other.energy == basin.energy;
    }));
}

TEST(Landscape, OfSixtyActorsIsBracketed) {
  const Index n = 60;
  Matrix ring = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i) ring(i, (i + 1) % n) = ring((i + 1) % n, i) = i == 0 ? 1.0 : -1.0;
  const Landscape landscape(Vector::Ones(n), ring);
  const DeepestPoint point = deepest_point(landscape);
  EXPECT_TRUE(point.proven);
  EXPECT_EQ(point.energy, -2.0 * 58);  // an odd number of foes: one pair is left unsatisfied
  EXPECT_GE(sampled_basins(landscape, Draws(1, 0), 50).front().energy, point.energy);
}

}  // namespace
}  // namespace entente

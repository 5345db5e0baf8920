#include "analysis/metrics/signed_modularity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/metrics/published.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

std::vector<int> arbitrary_groups(Index n, int most) {
  std::vector<int> groups;
  for (Index i = 0; i < n; ++i) groups.push_back(test::arbitrary_count(0, most - 1));
  return groups;
}

TEST(SignedModularity, OfTwoCliquesIsOneHalf) {
  const std::vector<int> groups{0, 0, 0, 0, 7, 7, 7, 7};
  EXPECT_DOUBLE_EQ(signed_modularity(test::grouped(groups, 0.3, 0.0), groups), 0.5);
}

TEST(SignedModularity, OfTwoCampsOfFoesIsTheirMeanExcess) {
  // Two pairs: friends within, w⁺ = 2, k⁺ = 1; foes across, w⁻ = 4, k⁻ = 2. Within groups
  // Σ(w⁺ − k⁺k⁺/2w⁺) = 4 − 8/4 = 2 and Σ(w⁻ − k⁻k⁻/2w⁻) = 0 − 32/8 = −4: Q = 6/12.
  const std::vector<int> pairs{1, 1, 2, 2};
  EXPECT_DOUBLE_EQ(signed_modularity(test::grouped(pairs), pairs), 0.5);
}

TEST(SignedModularity, OfATriangleByHand) {
  // 0–1 friends, 2 the foe of both; {0, 1} and {2}: w⁺: 2 − 4/2 = 0; w⁻: 0 − (4 + 4)/4 = −2; 2/6.
  const Matrix ties{{0, 1, -1}, {1, 0, -1}, {-1, -1, 0}};
  EXPECT_DOUBLE_EQ(signed_modularity(ties, {0, 0, 1}), 1.0 / 3.0);
}

RC_GTEST_PROP(SignedModularityProperty, OfOneGroupIsZeroAndOfReversedTiesItsNegative, ()) {
  const Index n = test::arbitrary_size(0, 12);
  const Matrix ties = test::arbitrary_mutual(n, test::arbitrary_count(0, 10));
  const std::vector<int> groups = arbitrary_groups(n, 4);
  RC_ASSERT(std::abs(signed_modularity(ties, std::vector<int>(groups.size(), 3))) < 1e-12);
  const double q = signed_modularity(ties, groups);
  RC_ASSERT(q < 1.0);
  RC_ASSERT(std::abs(signed_modularity(-ties, groups) + q) < 1e-12);
  RC_ASSERT(std::abs(signed_modularity(8.0 * ties, groups) - q) < 1e-12);
}

RC_GTEST_PROP(SignedModularityProperty, WithoutNegativeTiesIsNewmans, ()) {
  // Σ_g [w_g/w − (k_g/2w)²]: Newman & Girvan, Physical Review E 69 (2004) 026113.
  const Index n = test::arbitrary_size(2, 12);
  const Matrix ties = test::arbitrary_mutual(n, 2).cwiseAbs();
  const double all = ties.sum();
  RC_PRE(all > 0.0);
  const std::vector<int> groups = arbitrary_groups(n, 3);
  double q = 0.0;
  for (int g = 0; g < 3; ++g) {
    Vector member(n);
    for (Index i = 0; i < n; ++i) member(i) = groups[static_cast<std::size_t>(i)] == g ? 1.0 : 0.0;
    const double share = (ties * member).sum() / all;
    q += member.dot(ties * member) / all - share * share;
  }
  RC_ASSERT(std::abs(signed_modularity(ties, groups) - q) < 1e-12);
}

/// Read's three camps, as Hage & Harary and Doreian & Mrvar find them: two ties run against them.
std::vector<int> read_camps(test::NamedTies& tribes) {
  std::vector<int> camps(16, 0);
  const auto place = [&](const char* name) {
    return static_cast<std::size_t>(tribes.number(name));
  };
  for (const char* name : {"Gama", "Gavev", "Kotun", "Nagad"}) camps[place(name)] = 1;
  for (const char* name : {"Kohik", "Nagam", "Notoh", "Seuve", "Uheto"}) camps[place(name)] = 2;
  return camps;
}

TEST(SignedModularity, OfTheGahukuGamaIsGreatestForTheirThreeCamps) {
  test::NamedTies tribes = test::gahuku_gama();
  if (tribes.matrix().rows() == 0) GTEST_SKIP() << test::absent();
  const std::vector<int> camps = read_camps(tribes);
  const double q = signed_modularity(tribes.matrix(), camps);
  // 29 friendships and 29 feuds. Within the camps are 27 of the one and none of the other.
  EXPECT_NEAR(q, 25.0 / 58.0, 1e-12);
  for (std::size_t tribe = 0; tribe < camps.size(); ++tribe)
    for (int camp = 0; camp <= 3; ++camp) {  // 3: on its own
      if (camp == camps[tribe]) continue;
      std::vector<int> moved = camps;
      moved[tribe] = camp;
      EXPECT_LT(signed_modularity(tribes.matrix(), moved), q);
    }
  for (int gone = 0; gone < 3; ++gone) {
    std::vector<int> merged = camps;
    for (int& camp : merged)
      if (camp == gone) camp = (gone + 1) % 3;
    EXPECT_LT(signed_modularity(tribes.matrix(), merged), q);
  }
}

}  // namespace
}  // namespace entente

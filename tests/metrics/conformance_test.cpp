#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <array>
#include <cmath>
#include <regex>
#include <set>

#include "analysis/metrics/spectrum.h"
#include "sim/alignment/catalogue.h"
#include "tests/metrics/random_worlds.h"

namespace entente {
namespace {

using test::aligned;
using test::standing;
using test::value;

using Values = std::array<double, std::tuple_size_v<Metrics>>;

Values measured(const Simulation& simulation) {
  Values values{};
  measure(simulation, values.data());
  return values;
}

/// That every metric has a value within its declared bounds.
void check_bounds(const World& world) {
  const Values values = measured(standing(world));
  std::size_t m = 0;
  for_each(Metrics{}, [&](const auto& metric) {
    const double v = values[m++];
    RC_ASSERT(std::isfinite(v));
    if (!metric.bounds.contains(v)) RC_FAIL(std::string(metric.name) + " is out of bounds");
  });
}

World arbitrary_world() {
  const Index n = test::arbitrary_size(1, 20);
  World world = scenes::random_world(n, *rc::gen::arbitrary<std::uint64_t>());
  const int zeros = test::arbitrary_count(0, 10);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j)
      if (test::arbitrary_count(0, 9) < zeros) world.alignment(i, j) = 0.0;
  return world;
}

TEST(MetricsCatalogue, DeclaresEveryMetricInFull) {
  std::set<std::string> seen;
  std::size_t m = 0;
  for_each(Metrics{}, [&](const auto& metric) {
    const std::string name(metric.name);
    EXPECT_TRUE(std::regex_match(name, std::regex("[a-z]+(_[a-z]+)*"))) << name;
    EXPECT_TRUE(seen.insert(name).second) << name << " is there twice";
    for (const auto text : {metric.unit, metric.equation, metric.meaning, metric.source})
      EXPECT_FALSE(text.empty()) << name;
    EXPECT_LT(metric.bounds.low, metric.bounds.high) << name;
    EXPECT_EQ(metric_names()[m++], name);
  });
  EXPECT_EQ(metric_names().size(), m);
}

TEST(MetricsCatalogue, MeasuresEachMetricAsItIsAlone) {
  const Simulation simulation = standing(scenes::random_world(12, 4));
  const Values values = measured(simulation);
  std::size_t m = 0;
  for_each(Metrics{}, [&](const auto& metric) {
    EXPECT_EQ(values[m++], metric(Observation(simulation))) << metric.name;
  });
}

TEST(MetricsCatalogue, MeasuresEqualWorldsToTheSameBits) {
  for (const Index n : {3, 12, 70, 195}) {
    const World world = scenes::random_world(n, 8);
    const Values first = measured(standing(world));
    EXPECT_EQ(measured(standing(world)), first) << n;
  }
}

TEST(MetricsCatalogue, GivesWorldsWithoutTiesTheirDeclaredValues) {
  for (const Index n : {0, 1, 2, 10}) {
    const World world(scenes::roster(n), 4, 4);
    for (const double balance : {value<TriadBalance>(world), value<WeightedTriadBalance>(world)})
      EXPECT_EQ(balance, 1.0) << n;
    for (const double nothing : {value<MeanAlignment>(world), value<SpectralPolarization>(world),
                                 value<Frustration>(world), value<SanctionsDensity>(world),
                                 value<SanctionsIntensity>(world),
                                 value<DependenceConcentration>(world), value<MeanWelfare>(world)})
      EXPECT_EQ(nothing, 0.0) << n;
    const double strangers =
        n < 2 ? 0.0 : 2.0 * static_cast<double>(n - 1) / static_cast<double>(n * n);
    EXPECT_NEAR(value<Polarization>(world), strangers, 1e-15) << n;
  }
}

RC_GTEST_PROP(MetricsConformance, StayWithinTheirBounds, ()) { check_bounds(arbitrary_world()); }

RC_GTEST_PROP(MetricsConformance, StayWithinTheirBoundsAtExtremes, ()) {
  const Index n = test::arbitrary_size(1, 9);
  Matrix alignment(n, n);
  for (double& a : alignment.reshaped())
    a = *rc::gen::element(-1.0, 1.0, 0.0, 1e-300, -5e-324, 1e200, -1e305);
  check_bounds(aligned(alignment));
}

RC_GTEST_PROP(MetricsConformance, StayWithinTheirBoundsWhenClearCut, ()) {
  Matrix alignment = test::arbitrary_mutual(test::arbitrary_size(1, 12));
  alignment = alignment.cwiseSign();
  check_bounds(aligned(alignment));
}

/// Whether the leading eigenvector is unique and every component has a sign.
bool has_clear_camps(const World& world) {
  const Index n = world.actors();
  const Eigen::SelfAdjointEigenSolver<Matrix> solved(symmetrised(world.alignment));
  return n > 1 && solved.eigenvalues()(n - 1) - solved.eigenvalues()(n - 2) > 1e-3 &&
         solved.eigenvectors().col(n - 1).cwiseAbs().minCoeff() > 1e-6;
}

RC_GTEST_PROP(MetricsConformance, AreTheSameHoweverActorsAreNumbered, ()) {
  const World world = arbitrary_world();
  RC_PRE(has_clear_camps(world));
  const World renumbered = scenes::relabelled(world, test::arbitrary_order(world.actors()));
  const Values before = measured(standing(world)), after = measured(standing(renumbered));
  for (std::size_t m = 0; m < before.size(); ++m)
    if (std::abs(before[m] - after[m]) > 1e-12) RC_FAIL(metric_names()[m] + " differs");
}

}  // namespace
}  // namespace entente

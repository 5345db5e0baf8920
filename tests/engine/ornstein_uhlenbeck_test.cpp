// Inertia and noise alone are an Ornstein–Uhlenbeck process. Euler's scheme makes of it
//
//   Z_{n+1} = Z_n − κΔt (Z_n − Z̄) + σ √Δt ξ,    a = 1 − κΔt
//   E Z_n = Z̄ + aⁿ (Z_0 − Z̄),   Var Z_n = σ²Δt (1 − a²ⁿ) / (1 − a²),   corr(Z_n, Z_{n+m}) → a^m
//
// which tends to Z̄ + e^(−κt) (Z_0 − Z̄), σ² (1 − e^(−2κt)) / 2κ and e^(−κs) as Δt → 0.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenes/scenes.h"
#include "tests/scenes/statistics.h"

namespace entente {
namespace {

constexpr double kappa = 2.0, sigma = 0.5, start = 0.3, centre = -0.4;
constexpr Index actors = 40;  // 1,560 dyads, each a process of its own

/// Every dyad starts at affinity 0.3 and reverts to −0.4.
std::shared_ptr<const Model> process(std::int64_t ticks, int step_days) {
  Dynamics dynamics = scenes::still();
  std::get<Inertia>(dynamics.alignment.mechanisms).rate = kappa;
  dynamics.alignment.noise.scale = sigma;
  World world(scenes::roster(actors), 4, 4);
  std::vector<OwnBaseline> own;
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j) {
      if (i == j) continue;
      world.set_affinity(i, j, start);
      own.push_back({i, j, std::tanh(centre)});
    }
  return scenes::model(std::move(world), dynamics, ticks, step_days, {}, own);
}

void append_dyads(const World& world, std::vector<double>& values) {
  for (Index i = 0; i < actors; ++i)
    for (Index j = 0; j < actors; ++j)
      if (i != j) values.push_back(world.affinity(i, j));
}

/// Every dyad's affinity after `ticks` and after `ticks + lag` ticks, in many replicates.
struct Ensemble {
  std::vector<double> early, late;
};

Ensemble simulated(std::int64_t ticks, std::int64_t lag, int step_days) {
  Ensemble values;
  const auto model = process(ticks + lag, step_days);
  Simulation run(model, Draws(20230301, 0));
  for (std::size_t replicate = 0; replicate < scenes::affordable(100); ++replicate) {
    run.restart(Draws(20230301, replicate));
    while (run.world().tick < ticks) run.tick();
    append_dyads(run.world(), values.early);
    while (!run.finished()) run.tick();
    append_dyads(run.world(), values.late);
  }
  return values;
}

struct Law {
  double mean, variance;
};

Law euler(double years, std::int64_t ticks) {
  const double a = 1.0 - kappa * years, decay = std::pow(a, ticks);
  return {centre + decay * (start - centre),
          sigma * sigma * years * (1.0 - decay * decay) / (1.0 - a * a)};
}

Law continuous(double t) {
  return {centre + std::exp(-kappa * t) * (start - centre),
          sigma * sigma * (1.0 - std::exp(-2.0 * kappa * t)) / (2.0 * kappa)};
}

/// How many standard errors of the estimate a sample's mean and variance are from a law's.
struct Deviation {
  double mean, variance;
};

Deviation deviation(const std::vector<double>& values, const Law& law) {
  const scenes::Sample sample(values);
  const auto n = static_cast<double>(values.size());
  return {std::abs(sample.mean - law.mean) / std::sqrt(law.variance / n),
          std::abs(sample.variance - law.variance) / (law.variance * std::sqrt(2.0 / n))};
}

class OrnsteinUhlenbeck : public ::testing::TestWithParam<int> {
 protected:
  const int step_days = GetParam();
  const double years = step_days / 365.25;
  const std::int64_t half_a_year = 182 / step_days, five_years = 1826 / step_days;
};
INSTANTIATE_TEST_SUITE_P(Steps, OrnsteinUhlenbeck, ::testing::Values(7, 30, 91));

TEST_P(OrnsteinUhlenbeck, HasTheMeanAndVarianceOfTheSchemeOnTheWay) {
  const auto far = deviation(simulated(half_a_year, 0, step_days).early, euler(years, half_a_year));
  EXPECT_LT(far.mean, 4.0);
  EXPECT_LT(far.variance, 4.0);
}

TEST_P(OrnsteinUhlenbeck, HasTheStationaryMeanVarianceAndAutocorrelationOfTheScheme) {
  const std::int64_t lag = std::max<std::int64_t>(half_a_year / 3, 1);
  const auto values = simulated(five_years, lag, step_days);
  const double a = 1.0 - kappa * years;
  const auto far =
      deviation(values.early, {centre, sigma * sigma / (2.0 * kappa - kappa * kappa * years)});
  EXPECT_LT(far.mean, 4.0);
  EXPECT_LT(far.variance, 4.0);
  const double rho = std::pow(a, lag), n = static_cast<double>(values.early.size());
  EXPECT_NEAR(scenes::correlation(values.early, values.late), rho,
              4.0 * (1.0 - rho * rho) / std::sqrt(n));
}

TEST(OrnsteinUhlenbeckLimit, IsReachedWithStepsOfADay) {
  const auto far = deviation(simulated(183, 0, 1).early, continuous(183 / 365.25));
  EXPECT_LT(far.mean, 4.0);
  EXPECT_LT(far.variance, 4.0);
}

TEST(OrnsteinUhlenbeckLimit, IsToldApartFromStepsOfAQuarter) {
  const auto far = deviation(simulated(2, 0, 91).early, continuous(182 / 365.25));
  EXPECT_GT(far.mean, 10.0);
  EXPECT_GT(far.variance, 10.0);
}

TEST(OrnsteinUhlenbeckLimit, IsWhatTheSchemeTendsToInFirstOrder) {
  const auto error = [](std::int64_t ticks) {
    const Law law = euler(0.5 / static_cast<double>(ticks), ticks);
    return std::abs(law.variance - continuous(0.5).variance);
  };
  for (const std::int64_t ticks : {16, 32, 64, 128})
    EXPECT_NEAR(error(ticks) / error(2 * ticks), 2.0, 0.15) << ticks;
}

TEST(OrnsteinUhlenbeckDyads, AreIndependentOfEachOther) {
  std::vector<double> there, back;
  Simulation run(process(26, 7), Draws(7, 0));
  for (std::size_t replicate = 0; replicate < scenes::affordable(100); ++replicate) {
    run.restart(Draws(7, replicate));
    while (!run.finished()) run.tick();
    for (Index i = 0; i < actors; ++i)
      for (Index j = 0; j < i; ++j) {
        there.push_back(run.world().affinity(i, j));
        back.push_back(run.world().affinity(j, i));
      }
  }
  EXPECT_LT(std::abs(scenes::correlation(there, back)),
            4.0 / std::sqrt(static_cast<double>(there.size())));
}

}  // namespace
}  // namespace entente

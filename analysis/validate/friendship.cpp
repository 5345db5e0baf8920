#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

#include "analysis/data/networks.h"
#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

constexpr std::uint64_t simulations = 1000;
constexpr double per_year = 365.25 / 365.0;  // a period is one tick of 365 days

/// What the estimates are made to reproduce: four counts at the periods' ends, summed over both
/// periods, and how many ties changed in each.
struct Statistics {
  static constexpr std::size_t count = 6;
  static constexpr std::array<const char*, count> names{
      "ties",     "reciprocated ties",        "transitive triplets",
      "3-cycles", "ties changed in period 1", "ties changed in period 2"};
  std::array<double, count> values{};

  /// Adds what a period came to that began with `before` and ended with `after`.
  void add(const Matrix& before, const Matrix& after, std::size_t period) {
    const Matrix two = after * after;
    values[0] += after.sum();
    values[1] += after.cwiseProduct(after.transpose()).sum();
    values[2] += two.cwiseProduct(after).sum();
    values[3] += two.cwiseProduct(after.transpose()).sum();
    values[4 + period] = (after - before).cwiseAbs().sum();
  }
};

/// The scenario begun from a wave, with the rate of its period.
std::shared_ptr<const Model> period_from(Scenario scenario, const Matrix& wave, double rate) {
  scenario.dynamics.choice.sanctions.rules.rate = rate * per_year;
  for (Index i = 0; i < wave.rows(); ++i)
    for (Index j = 0; j < wave.cols(); ++j)
      if (wave(i, j) != 0.0) {
        RelationEntry tie;
        tie.from = scenario.actors[static_cast<std::size_t>(i)].id;
        tie.to = scenario.actors[static_cast<std::size_t>(j)].id;
        tie.sanctions.number = 1.0;
        scenario.relations.push_back(tie);
      }
  return model_of(scenario);
}

/// Mean and standard deviation of each statistic over the simulations.
struct Moments {
  std::array<double, Statistics::count> mean{}, deviation{};
};

Moments moments_of(const std::vector<Statistics>& all) {
  Moments moments;
  const auto n = static_cast<double>(all.size());
  for (std::size_t k = 0; k < Statistics::count; ++k) {
    for (const auto& each : all) moments.mean[k] += each.values[k] / n;
    for (const auto& each : all)
      moments.deviation[k] += std::pow(each.values[k] - moments.mean[k], 2) / (n - 1.0);
    moments.deviation[k] = std::sqrt(moments.deviation[k]);
  }
  return moments;
}

}  // namespace

void friendship(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("snijders-2001/friendship.toml");
  const PublishedTable table = materials.table("networks/rsiena_s50_edges.csv");
  const auto people = static_cast<Index>(scenario.actors.size());
  std::vector<Matrix> waves;
  for (int wave = 1; wave <= 3; ++wave) waves.push_back(friendships(table, wave, people));
  constexpr std::array rates{6.52, 5.25};
  Statistics observed;
  std::vector<Statistics> simulated(simulations);
  for (std::size_t period = 0; period < rates.size(); ++period) {
    observed.add(waves[period], waves[period + 1], period);
    const auto model = period_from(scenario, waves[period], rates[period]);
    for (std::uint64_t r = 0; r < simulations; ++r) {
      Simulation run(model, Draws(scenario.seed + period, r));
      while (!run.finished()) run.tick();
      simulated[r].add(waves[period], run.world().sanctions().intensity(), period);
    }
  }
  const Moments moments = moments_of(simulated);
  for (std::size_t k = 0; k < Statistics::count; ++k)
    found.near(Statistics::names[k], observed.values[k], moments.mean[k],
               0.25 * moments.deviation[k], 1);
}

}  // namespace entente::cases

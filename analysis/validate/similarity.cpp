#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

double value_of(const Weights& weights, const std::string& name, double otherwise) {
  const double* found = find(weights, name);
  return found != nullptr ? *found : otherwise;
}

/// The S-score of two actors, from the positions and saliences as the file gives them:
///
///   S = 1 − 2 Σ_k w_k |x_ik − x_jk| / Δmax,   Δmax = 2,   w_k the mean of both saliences, Σ w_k =
///   1
double s_score(const Scenario& scenario, const std::string& i, const std::string& j) {
  double all_i = 0.0, all_j = 0.0;
  for (const auto& issue : scenario.issues) {
    all_i += value_of(issue.salience, i, 1.0);
    all_j += value_of(issue.salience, j, 1.0);
  }
  double distance = 0.0;
  for (const auto& issue : scenario.issues) {
    const double weight =
        (value_of(issue.salience, i, 1.0) / all_i + value_of(issue.salience, j, 1.0) / all_j) / 2.0;
    distance += weight *
                std::abs(value_of(issue.positions, i, 0.0) - value_of(issue.positions, j, 0.0)) /
                2.0;
  }
  return 1.0 - 2.0 * distance;
}

}  // namespace

void similarity(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("signorino-ritter-1999/positions.toml");
  const Simulation run = played_out(scenario);
  const auto& who = scenario.actors;
  for (std::size_t i = 0; i < who.size(); ++i)
    for (std::size_t j = i + 1; j < who.size(); ++j) {
      const double score = s_score(scenario, who[i].id, who[j].id);
      const double drift =
          run.world().alignment(static_cast<Index>(i), static_cast<Index>(j)) / run.years();
      found.add({fmt::format("S-score of {} and {}, drift a year", who[i].id, who[j].id),
                 fmt::format("{:.6f}", score), fmt::format("{:.6f}", drift), "1e-12",
                 std::abs(drift - score) <= 1e-12});
    }
}

}  // namespace entente::cases

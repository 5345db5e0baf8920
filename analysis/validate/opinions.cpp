#include <fmt/format.h>

#include <Eigen/LU>

#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

/// What all but the last actor, who is the matter that they judge, think of it: N − 1.
Vector opinions(const World& world) {
  const Index people = world.actors() - 1;
  return world.alignment.col(people).head(people);
}

/// The scenario with the opinion of one person at the start 1 and of all others 0.
Scenario with_opinion_of(Scenario scenario, const std::string& person) {
  for (auto& relation : scenario.relations)
    if (relation.to == scenario.actors.back().id) relation.alignment = relation.from == person;
  return scenario;
}

/// W of the example of Friedkin & Johnsen.
Matrix influence_weights() {
  Matrix w(4, 4);
  w << 0.220, 0.120, 0.360, 0.300, 0.147, 0.215, 0.344, 0.294, 0.0, 0.0, 1.0, 0.0, 0.090, 0.178,
      0.446, 0.286;
  return w;
}

}  // namespace

void consensus(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("degroot-1974/opinions.toml");
  const Vector weights = (Vector(3) << 1.0 / 3.0, 2.0 / 3.0, 0.0).finished();
  for (Index k = 0; k < weights.size(); ++k) {
    const std::string& person = scenario.actors[static_cast<std::size_t>(k)].id;
    const Simulation run = played_out(with_opinion_of(scenario, person));
    found.apart(fmt::format("weight of person {}", person),
                k == 2 ? "0" : fmt::format("{}/3", k + 1),
                (opinions(run.world()).array() - weights(k)).abs().maxCoeff(), 1e-12);
  }
  const Vector first = opinions(model_of(scenario)->start);
  const Simulation run = played_out(scenario);
  found.apart("the consensus itself", "w·x(0)",
              (opinions(run.world()).array() - weights.dot(first)).abs().maxCoeff(), 1e-12);
}

void social_influence(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("friedkin-johnsen-1990/opinions.toml");
  const Matrix w = influence_weights(), one = Matrix::Identity(4, 4),
               own = w.diagonal().asDiagonal();
  const Vector first = opinions(model_of(scenario)->start);
  const Vector equilibrium = (one - (one - own) * w).fullPivLu().solve(own * first);
  const Vector last = opinions(played_out(scenario).world());
  const std::array published{60, 60, 75, 75};
  for (std::size_t k = 0; k < published.size(); ++k)
    found.near(fmt::format("opinion of person {} at the end", scenario.actors[k].id), published[k],
               100.0 * last(static_cast<Index>(k)), 0.5, 0);
  found.apart("the equilibrium", "the solution", distance(last, equilibrium), 1e-12);
}

}  // namespace entente::cases

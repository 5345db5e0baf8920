#include <fmt/format.h>

#include <array>
#include <cmath>

#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"
#include "sim/exchange/dependence.h"

namespace entente::cases {

void gains_from_trade(const Materials& materials, Matches& found) {
  struct Example {
    double elasticity, published;  // real income lost, in per cent
  };
  Scenario scenario = materials.scenario("arkolakis-2012/autarky.toml");
  for (const Example& example : {Example{5.0, 1.4}, Example{10.0, 0.7}}) {
    scenario.dynamics.dependence.elasticity = example.elasticity;
    const Simulation run = played_out(scenario);
    const double lost = -welfare(run.world(), run.dynamics().dependence, 0);
    found.near(fmt::format("income lost (%), ε = {}", example.elasticity), example.published,
               100.0 * lost, 0.05, 2);
    found.apart(fmt::format("the same, ε = {}", example.elasticity), "1 − 0.93^(1/ε)",
                std::abs(lost - (1.0 - std::pow(0.93, 1.0 / example.elasticity))), 1e-10);
  }
}

}  // namespace entente::cases

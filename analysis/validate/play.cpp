#include "analysis/validate/play.h"

#include "analysis/metrics/catalogue.h"
#include "sim/scenario/compile.h"

namespace entente {

std::shared_ptr<const Model> model_of(const Scenario& scenario) {
  return compile(scenario, metric_gauges());
}

Simulation played_out(const Scenario& scenario, std::uint64_t replicate) {
  Simulation run(model_of(scenario), Draws(scenario.seed, replicate));
  while (!run.finished()) run.tick();
  return run;
}

}  // namespace entente

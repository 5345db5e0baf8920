#include "analysis/study/scenario_experiment.h"

#include <utility>

#include "analysis/metrics/catalogue.h"
#include "analysis/study/course.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/apply_edit.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

using Models = std::vector<std::shared_ptr<const Model>>;

/// One simulation and one course for each variant, used again for every replicate.
class ScenarioTrial final : public Trial {
 public:
  ScenarioTrial(Models models, const std::vector<OutcomeEntry>& outcomes, std::uint64_t seed)
      : models_(std::move(models)), simulations_(models_.size()), seed_(seed) {
    for (const auto& model : models_) courses_.emplace_back(outcomes, *model);
  }

  bool run(std::size_t variant, std::uint64_t replicate, const Interruption& interrupted,
           std::span<double> outcomes) override {
    Simulation& simulation = simulation_of(variant, Draws(seed_, replicate));
    Course& course = courses_[variant];
    course.restart();
    course.observe(simulation);
    while (!simulation.finished()) {
      if (interrupted()) return false;
      simulation.tick();
      course.observe(simulation);
    }
    course.outcomes(outcomes);
    return true;
  }

 private:
  Simulation& simulation_of(std::size_t variant, const Draws& draws) {
    auto& simulation = simulations_[variant];
    if (simulation)
      simulation->restart(draws);
    else
      simulation = std::make_unique<Simulation>(models_[variant], draws);
    return *simulation;
  }

  Models models_;
  std::vector<Course> courses_;
  std::vector<std::unique_ptr<Simulation>> simulations_;
  std::uint64_t seed_;
};

}  // namespace

ScenarioExperiment::ScenarioExperiment(const Study& study, const Scenario& scenario)
    : scenario_(scenario), outcomes_(study.outcomes) {
  scenario_.seed = static_cast<std::uint64_t>(study.seed);
  for (const auto& parameter : study.parameters) paths_.push_back(parameter.path);
  for (const auto& variant : study.variants) variants_.push_back(variant.name);
}

std::unique_ptr<Trial> ScenarioExperiment::at(const std::vector<Scalar>& values) const {
  Scenario scenario = scenario_;
  Report report(scenario_.texts);
  for (std::size_t p = 0; p < paths_.size(); ++p)
    set_value(scenario, paths_[p], {values[p], {}, false}, report);
  report.throw_if_failed();
  static const MetricGauges metrics = metric_gauges();
  const auto base = compile(scenario, metrics);
  Models models;
  for (const auto& id : variants_)
    models.push_back(id == "base" ? base : compile(variant_of(scenario, id), *base, metrics));
  return std::make_unique<ScenarioTrial>(std::move(models), outcomes_, scenario.seed);
}

std::string ScenarioExperiment::subject() const { return to_toml(scenario_); }

}  // namespace entente

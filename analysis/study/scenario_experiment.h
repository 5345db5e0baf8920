#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/study/experiment.h"

namespace entente {

/// A scenario whose numbers a study varies. At a point its values are set in the base scenario, as
/// `--set` does, before the benchmarking; variants change the world after that.
class ScenarioExperiment final : public Experiment {
 public:
  ScenarioExperiment(const Study& study, const Scenario& scenario);

  std::unique_ptr<Trial> at(const std::vector<Scalar>& values) const override;
  std::string subject() const override;

 private:
  Scenario scenario_;
  std::vector<std::string> paths_, variants_;
  std::vector<OutcomeEntry> outcomes_;
};

}  // namespace entente

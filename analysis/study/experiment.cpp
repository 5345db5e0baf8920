#include "analysis/study/experiment.h"

#include <fmt/format.h>

#include "analysis/study/course.h"
#include "analysis/study/model_experiment.h"
#include "analysis/study/scenario_experiment.h"
#include "analysis/study/shell_word.h"

namespace entente {

std::unique_ptr<Experiment> experiment_of(const Study& study, const Scenario* scenario) {
  if (scenario) return std::make_unique<ScenarioExperiment>(study, *scenario);
  return std::make_unique<ModelExperiment>(study);
}

std::string replay_command(const Study& study, const std::vector<Scalar>& values, const RunKey& key,
                           const std::string& scenario_file) {
  if (!study.model.empty()) return "";
  std::string command = fmt::format("entente run {} --variant {} --seed {} --first {} --runs 1",
                                    shell_word(scenario_file), study.variants[key.variant].name,
                                    study.seed, key.replicate);
  for (std::size_t p = 0; p < values.size(); ++p) {
    const auto* text = std::get_if<std::string>(&values[p]);
    command += " --set " +
               shell_word(study.parameters[p].path + "=" + (text ? *text : to_toml(values[p])));
  }
  return command;
}

}  // namespace entente

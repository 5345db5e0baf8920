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

std::string replay_head(const Study& study, const std::string& scenario_file) {
  if (!study.model.empty()) return "";
  return fmt::format("entente run {} --seed {}", shell_word(scenario_file), study.seed);
}

std::string replay_command(const Study& study, const std::vector<Scalar>& values, const RunKey& key,
                           const std::string& scenario_file) {
  if (!study.model.empty()) return "";
  std::string command =
      fmt::format("{} --first {} --runs 1 --variant {}", replay_head(study, scenario_file),
                  key.replicate, study.variants[key.variant].name);
  for (std::size_t p = 0; p < values.size(); ++p) {
    const auto* text = std::get_if<std::string>(&values[p]);
    command += " --set " +
               shell_word(study.parameters[p].path + "=" + (text ? *text : to_toml(values[p])));
  }
  return command;
}

}  // namespace entente

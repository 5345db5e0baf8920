#include "cli/sensitivity_json.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Json of(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

Json of(const Coverage& coverage) {
  return {{"used", coverage.used},
          {"left_out", coverage.left_out},
          {"missing_runs", coverage.missing_runs}};
}

}  // namespace

SensitivityJson::SensitivityJson(const Study& study, const StudyIdentity& identity) {
  for (const auto& parameter : study.parameters) paths_.push_back(parameter.path);
  json_["study"] = identity.id;
  json_["design"] = identity.design;
  json_["seed"] = identity.seed;
  json_["replicates"] = identity.numbering.replicates;
  json_["results"] = Json::array();
}

void SensitivityJson::add(const std::string& outcome, const std::string& variant,
                          const SobolIndices& indices) {
  Json result{{"outcome", outcome},
              {"variant", variant},
              {"mean", indices.mean},
              {"variance", indices.variance},
              {"noise_share", of(indices.noise.share)},
              {"noise_within", indices.noise.within},
              {"noise_interaction", indices.noise.interaction},
              {"free_of_noise", indices.free_of_noise()},
              {"rows", of(indices.coverage)}};
  for (std::size_t i = 0; i < paths_.size(); ++i)
    result["parameters"].push_back({{"path", paths_[i]},
                                    {"first", of(indices.parameters[i].first)},
                                    {"total", of(indices.parameters[i].total)}});
  json_["results"].push_back(std::move(result));
}

void SensitivityJson::add(const std::string& outcome, const std::string& variant,
                          const MorrisEffects& effects) {
  Json result{{"outcome", outcome},
              {"variant", variant},
              {"free_of_noise", effects.free_of_noise()},
              {"trajectories", of(effects.coverage)}};
  for (std::size_t i = 0; i < paths_.size(); ++i)
    result["parameters"].push_back({{"path", paths_[i]},
                                    {"mu", of(effects.parameters[i].mu)},
                                    {"mu_star", of(effects.parameters[i].mu_star)},
                                    {"sigma", of(effects.parameters[i].sigma)},
                                    {"noise", of(effects.parameters[i].noise)}});
  json_["results"].push_back(std::move(result));
}

}  // namespace entente

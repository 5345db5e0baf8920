#include "cli/sensitivity_json.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Json of(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
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
              {"deviation", of(indices.deviation)},
              {"noise_share", of(indices.noise)},
              {"noise_separated", indices.noise_separated},
              {"rows", indices.rows},
              {"rows_left_out", indices.rows_left_out}};
  for (std::size_t i = 0; i < paths_.size(); ++i)
    result["parameters"].push_back(
        {{"path", paths_[i]}, {"first", of(indices.first[i])}, {"total", of(indices.total[i])}});
  json_["results"].push_back(std::move(result));
}

void SensitivityJson::add(const std::string& outcome, const std::string& variant,
                          const MorrisEffects& effects) {
  Json result{{"outcome", outcome},
              {"variant", variant},
              {"noise_separated", effects.noise_separated},
              {"trajectories", effects.trajectories},
              {"trajectories_left_out", effects.left_out}};
  for (std::size_t i = 0; i < paths_.size(); ++i)
    result["parameters"].push_back({{"path", paths_[i]},
                                    {"mu", of(effects.mu[i])},
                                    {"mu_star", of(effects.mu_star[i])},
                                    {"sigma", of(effects.sigma[i])},
                                    {"noise", effects.noise[i]}});
  json_["results"].push_back(std::move(result));
}

}  // namespace entente

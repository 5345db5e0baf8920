#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/sensitivity/morris_effects.h"
#include "analysis/sensitivity/sobol_indices.h"
#include "analysis/store/study_identity.h"
#include "analysis/study/study.h"

namespace entente {

/// What `entente sensitivity --json` prints.
class SensitivityJson {
 public:
  SensitivityJson(const Study& study, const StudyIdentity& identity);

  void add(const std::string& outcome, const std::string& variant, const SobolIndices& indices);
  void add(const std::string& outcome, const std::string& variant, const MorrisEffects& effects);

  std::string text() const { return json_.dump(2) + "\n"; }

 private:
  nlohmann::ordered_json json_;
  std::vector<std::string> paths_;
};

}  // namespace entente

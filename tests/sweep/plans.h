#pragma once

#include <string>
#include <vector>

#include "analysis/study/study.h"

namespace entente::plans {

/// A study of a test model on a grid of so many values of x1 and of x2, all of them whole numbers.
inline Study grid_study(std::int64_t x1, std::int64_t x2 = 1, std::int64_t replicates = 1,
                        std::size_t variants = 1) {
  Study study;
  study.model = "ishigami";
  study.replicates = replicates;
  study.variants.assign(variants, {"base", {}});
  for (const auto& [path, count] : {std::pair{"x1", x1}, {"x2", x2}}) {
    auto& parameter = study.parameters.emplace_back();
    parameter.path = path;
    for (std::int64_t k = 0; k < count; ++k) parameter.values.emplace_back(k);
  }
  study.outcomes.resize(1);
  study.outcomes[0].name = study.outcomes[0].of = "y";
  return study;
}

/// A study whose points are rows of a table.
inline Study list_study(const std::vector<std::string>& paths,
                        std::vector<std::vector<Scalar>> points) {
  Study study;
  study.design.type = DesignType::list;
  for (const auto& path : paths) study.parameters.emplace_back().path = path;
  study.listed = std::move(points);
  study.outcomes.resize(1);
  return study;
}

}  // namespace entente::plans

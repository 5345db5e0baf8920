#pragma once

#include <string>
#include <vector>

#include "analysis/study/read_study.h"
#include "tests/ensemble/small_world.h"
#include "tests/scenario/errors.h"

namespace entente::studies {

using scenario_texts::Folder;
using scenario_texts::message_of;

/// A study of the small world in 14 lines: a grid of three points.
inline const std::string small_study = R"(format = 1
[study]
id = "s"
scenario = "small_world.toml"
replicates = 3
seed = 7
design = { type = "grid", levels = 3 }
[[parameter]]
path = "dynamics.alignment.balance"
range = [0.5, 2.0]
[[outcome]]
name = "final"
of = "alignment.north.south"
statistic = "final"
)";

/// A study of a test model in 14 lines: a grid of four points.
inline const std::string model_study = R"(format = 1
[study]
id = "m"
model = "ishigami"
replicates = 2
seed = 7
design = { type = "grid", levels = 4 }
[[parameter]]
path = "x1"
range = [-3.0, 3.0]
[[outcome]]
name = "answer"
of = "y"
statistic = "final"
)";

/// A text with one part of it replaced.
inline std::string edited(std::string text, const std::string& part, const std::string& by) {
  const auto at = text.find(part);
  if (at == std::string::npos) throw std::logic_error("no such part: " + part);
  return text.replace(at, part.size(), by);
}

/// The small study, and that of a model, with one part replaced.
inline std::string small(const std::string& part, const std::string& by) {
  return edited(small_study, part, by);
}
inline std::string model(const std::string& part, const std::string& by) {
  return edited(model_study, part, by);
}

/// Writes a study into a folder, beside the small world.
inline std::filesystem::path written(const Folder& folder, const std::string& text) {
  std::filesystem::copy_file(std::string(ENTENTE_SOURCE_DIR) + "/tests/ensemble/small_world.toml",
                             folder.path() / "small_world.toml",
                             std::filesystem::copy_options::overwrite_existing);
  return folder.write("study.toml", text);
}

inline StudyReading reading_of(const std::string& text) {
  const Folder folder;
  return read_study(written(folder, text));
}

inline Study study_in(const std::string& text) { return reading_of(text).study; }

/// What the reader finds wrong with a study.
inline std::vector<Diagnostic> errors_in(const Folder& folder, const std::string& text) {
  try {
    read_study(written(folder, text));
  } catch (const InputError& error) {
    return error.diagnostics();
  }
  return {};
}

/// The values of every point, in the order of their numbers.
inline std::vector<std::vector<Scalar>> all_values(const Plan& plan) {
  std::vector<std::vector<Scalar>> all;
  for (std::uint64_t point = 0; point < plan.points(); ++point) all.push_back(plan.values(point));
  return all;
}

}  // namespace entente::studies

#include "analysis/study/read_study.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/metrics/catalogue.h"
#include "analysis/study/check_study.h"
#include "analysis/study/point_table.h"
#include "sim/scenario/document.h"
#include "sim/scenario/files.h"
#include "sim/scenario/preamble.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

[[noreturn]] void refuse_file(const std::string& name, const std::string& problem) {
  std::vector<Diagnostic> all(1);
  all.front().place.file = name;
  all.front().message = problem;
  throw InputError(std::move(all));
}

void read_tables(const Node& document, Study& study, Report& report) {
  read_format(document, report);
  read_main_table(document, study, report);
  if (const Node* list = document.find("parameter")) read_list(*list, study.parameters, report);
  if (const Node* list = document.find("outcome")) read_list(*list, study.outcomes, report);
}

/// Reads the scenario that a study names; what is wrong with it joins what is wrong with the study.
void read_scenario_of(StudyReading& reading, const std::filesystem::path& folder,
                      std::vector<Diagnostic>& wrong) {
  const auto names = metric_names();
  reading.scenario_file = (folder / reading.study.scenario).lexically_normal();
  try {
    auto [scenario, warnings] = read_scenario(reading.scenario_file, {names.begin(), names.end()});
    scenario.seed = static_cast<std::uint64_t>(reading.study.seed);
    reading.scenario = std::move(scenario);
    reading.warnings = std::move(warnings);
  } catch (const InputError& found) {
    wrong.insert(wrong.end(), found.diagnostics().begin(), found.diagnostics().end());
  }
}

/// The points of a list, as a canonical text has them.
void read_listed(const Node& document, Study& study) {
  const Node* points = document.find("point");
  if (!points) return;
  for (const Node& item : points->items) {
    auto& row = study.listed.emplace_back();
    if (const Node* values = item.find("values"))
      for (const Node& value : values->items) row.push_back(value.scalar);
  }
}

/// Which ranges are of whole numbers, as a canonical text has it.
void read_whole(const Node& document, Study& study) {
  const Node* paths = document.find("whole");
  if (!paths) return;
  for (const Node& item : paths->items)
    for (auto& parameter : study.parameters)
      parameter.whole |= item.scalar == Scalar{parameter.path};
}

}  // namespace

Study study_of(const std::string& canonical) {
  auto texts = std::make_shared<Texts>();
  const auto file = texts->add("the stored study", canonical);
  Report report(texts);
  Study study;
  study.texts = texts;
  const Node document = parse_document(texts->text(file), file, report);
  read_tables(document, study, report);
  read_listed(document, study);
  read_whole(document, study);
  report.throw_if_failed();
  return study;
}

StudyReading read_study(const std::filesystem::path& path) {
  const auto [text, problem] = read_text_file(path);
  if (!problem.empty()) refuse_file(path.string(), problem);
  auto texts = std::make_shared<Texts>();
  const auto file = texts->add(path.string(), text);
  Report report(texts);
  const Node document = parse_document(text, file, report);
  report.throw_if_failed();
  StudyReading reading;
  Study& study = reading.study;
  study.texts = texts;
  report_unknown_keys(document, {"format", "study", "parameter", "outcome"}, report);
  read_tables(document, study, report);
  std::vector<Diagnostic> wrong;
  if (!study.scenario.empty()) read_scenario_of(reading, path.parent_path(), wrong);
  if (study.design.type == DesignType::list) read_points(path.parent_path(), *texts, study, report);
  check_study(study, reading.scenario ? &*reading.scenario : nullptr, report);
  try {
    report.throw_if_failed();
  } catch (const InputError& found) {
    wrong.insert(wrong.begin(), found.diagnostics().begin(), found.diagnostics().end());
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
  return reading;
}

}  // namespace entente

#include "analysis/calibrate/read_calibration.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/calibrate/check_calibration.h"
#include "analysis/calibrate/observations.h"
#include "analysis/metrics/catalogue.h"
#include "sim/scenario/document.h"
#include "sim/scenario/files.h"
#include "sim/scenario/preamble.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

void read_tables(const Node& document, CalibrationPlan& calibration, Report& report) {
  report_unknown_keys(document, {"format", "calibration", "parameter"}, report);
  read_format(document, report);
  read_main_table(document, calibration, report);
  if (const Node* list = document.find("parameter"))
    read_list(*list, calibration.parameters, report);
}

/// Reads the scenario that is fitted; what is wrong with it joins what is wrong here.
void read_fitted_scenario(CalibrationReading& reading, const std::filesystem::path& folder,
                          std::vector<Diagnostic>& wrong) {
  const auto names = metric_names();
  reading.scenario_file = (folder / reading.calibration.scenario).lexically_normal();
  try {
    auto [scenario, warnings] = read_scenario(reading.scenario_file, {names.begin(), names.end()});
    scenario.seed = static_cast<std::uint64_t>(reading.calibration.seed);
    reading.scenario = std::move(scenario);
    reading.warnings = std::move(warnings);
  } catch (const InputError& found) {
    wrong.insert(wrong.end(), found.diagnostics().begin(), found.diagnostics().end());
  }
}

}  // namespace

CalibrationReading read_calibration(const std::filesystem::path& path) {
  const auto [text, problem] = read_text_file(path);
  if (!problem.empty())
    throw InputError(std::vector{Diagnostic{Severity::error, {path.string()}, problem, "", 1}});
  auto texts = std::make_shared<Texts>();
  const auto file = texts->add(path.string(), text);
  Report report(texts);
  const Node document = parse_document(text, file, report);
  report.throw_if_failed();
  CalibrationReading reading;
  CalibrationPlan& calibration = reading.calibration;
  calibration.texts = texts;
  read_tables(document, calibration, report);
  std::vector<Diagnostic> wrong;
  if (!calibration.scenario.empty()) read_fitted_scenario(reading, path.parent_path(), wrong);
  read_observations(path.parent_path(), *texts, calibration, report);
  check_calibration(calibration, reading.scenario ? &*reading.scenario : nullptr, report);
  try {
    report.throw_if_failed();
  } catch (const InputError& found) {
    wrong.insert(wrong.begin(), found.diagnostics().begin(), found.diagnostics().end());
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
  return reading;
}

}  // namespace entente

#include "analysis/calibrate/read_calibration.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/calibrate/check_calibration.h"
#include "analysis/calibrate/observations.h"
#include "analysis/metrics/catalogue.h"
#include "sim/scenario/document.h"
#include "sim/scenario/files.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

constexpr Mark first_line{1, 1, 1, 0};

void read_format(const Node& document, Report& report) {
  const Node* format = document.find("format");
  if (!format)
    return report.error(first_line, "format is missing; write format = 1 at the top of the file");
  const auto* number = std::get_if<std::int64_t>(&format->scalar);
  if (format->form != Node::Form::scalar || !number || *number != 1)
    report.error(format->mark,
                 fmt::format("format: {} is not 1, the only format that this version reads",
                             shown(*format)));
}

void read_tables(const Node& document, CalibrationPlan& calibration, Report& report) {
  const std::vector<std::string> known{"format", "calibration", "parameter"};
  for (const auto& [key, mark, node] : document.members)
    if (std::find(known.begin(), known.end(), key) == known.end())
      report.error(mark, fmt::format("{}: no such key or table{}", key, did_you_mean(key, known)));
  read_format(document, report);
  const Node* heading = document.find("calibration");
  if (!heading) {
    report.error(first_line, "the table [calibration] is missing");
  } else if (heading->form != Node::Form::table) {
    report.error(heading->mark, fmt::format("calibration: {} is not a table; write [calibration]",
                                            shown(*heading)));
  } else {
    read_fields(*heading, calibration, report);
  }
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

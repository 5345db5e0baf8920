#include "cli/report.h"

#include <fmt/format.h>

#include <fstream>

#include "analysis/metrics/catalogue.h"
#include "analysis/report/page_template.h"
#include "analysis/report/same_as_result.h"
#include "analysis/report/study_report.h"
#include "analysis/store/partial_file.h"
#include "cli/content.h"
#include "cli/interrupt.h"
#include "cli/screen.h"
#include "sim/core/error.h"
#include "sim/scenario/read.h"

namespace entente {

ReportFile::ReportFile(const std::string& file) {
  if (file.empty()) return;
  expect_page_template();
  file_ = std::make_unique<PartialFile>(file);
}

ReportFile::~ReportFile() = default;

bool ReportFile::write(const EnsembleOptions& options, const Scenario& scenario,
                       const Ensemble& ensemble, Sink* also) {
  if (!file_) return true;
  RunReport report(scenario, ensemble);
  auto sinks = report.sinks();
  if (also != nullptr) sinks.insert(sinks.begin(), also);
  const Tally tally = conduct_visibly(options, report.ensemble(), sinks);
  if (tally.interrupted) {
    print_error("interrupted: no report is written\n");
    return false;
  }
  write(report.page(tally));
  return true;
}

void ReportFile::write(const std::string& page) {
  std::ofstream stream(file_->path(), std::ios::binary);
  stream << page;
  stream.close();
  if (!stream) file_->fail(errno);
  file_->commit();
}

namespace {

struct ReportOptions : EnsembleOptions {
  std::string result, output;
};

/// The ensemble that a result holds, as it was run.
Ensemble ensemble_of(const StoredResult& result, const Scenario& scenario) {
  Ensemble ensemble = ensemble_of(scenario, result.variants());
  ensemble.seed = result.seed();
  if (result.replicates().empty()) result.file().fail("holds no run");
  ensemble.first = static_cast<std::uint64_t>(result.replicates().front());
  ensemble.runs = result.replicates().size();
  return ensemble;
}

bool report_study(const ReportOptions& options, ReportFile& file) {
  StudyReader reader(options.result);
  file.write(StudyReport(reader).page());
  return true;
}

bool report_result(const ReportOptions& options, ReportFile& file) {
  const StoredResult result(options.result);
  const auto names = metric_names();
  const Scenario scenario = parse_scenario(result.scenario(), options.result + ", its scenario",
                                           ".", {names.begin(), names.end()})
                                .scenario;
  SameAsResult same(result);
  return file.write(options, scenario, ensemble_of(result, scenario), &same);
}

ExitStatus report(const ReportOptions& options) {
  const Content content = content_of(options.result);
  ReportFile file(options.output);
  const bool written =
      content == Content::study ? report_study(options, file) : report_result(options, file);
  if (!written) return interrupted;
  print(
      fmt::format("{}: open it in any browser; it loads nothing from anywhere.\n", options.output));
  return done;
}

}  // namespace

void add_report(CLI::App& program, ExitStatus& status) {
  auto* command = program.add_subcommand(
      "report", "Write one self-contained page that shows a result and explains it");
  const auto options = std::make_shared<ReportOptions>();
  command
      ->add_option("RESULT", options->result,
                   "What entente run wrote (NetCDF), or entente sweep (a study's store)")
      ->required();
  command->add_option("-o,--output", options->output, "The page")
      ->type_name("FILE.html")
      ->required();
  command->add_option("--threads", options->threads, "How many threads work (default: all)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command->footer(
      "Example:\n"
      "  entente run scenarios/minsk-beijing-2023.toml --runs 200 --all-variants -o result.nc\n"
      "  entente report result.nc -o report.html\n"
      "  entente sweep scenarios/studies/minsk-drivers.toml\n"
      "  entente report minsk-drivers.db -o report.html\n\n"
      "The runs of the result are repeated for what its file does not hold, and held\n"
      "against it bit by bit. A study that is under way can be reported too.\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong, 130 interrupted.");
  command->callback([options, &status] { status = report(*options); });
}

}  // namespace entente

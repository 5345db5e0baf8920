#include <fmt/format.h>

#include <memory>

#include "analysis/store/csv_tables.h"
#include "analysis/store/stored_records.h"
#include "analysis/store/study_csv.h"
#include "cli/commands.h"
#include "cli/content.h"
#include "cli/screen.h"

namespace entente {
namespace {

struct ExportOptions {
  std::string file, folder;
};

/// How many runs went into the tables.
std::uint64_t export_study(const ExportOptions& options) {
  StudyReader study(options.file);
  write_csv(options.folder, study);
  return study.ended();
}

std::uint64_t export_result(const ExportOptions& options) {
  const StoredResult result(options.file);
  const Ensemble ensemble = ensemble_of(result);
  CsvTables tables(options.folder, ensemble);
  hand_on(result, ensemble, tables);
  tables.finish();
  return result.rows();
}

void export_tables(const ExportOptions& options) {
  const bool study = content_of(options.file) == Content::study;
  const std::uint64_t runs = study ? export_study(options) : export_result(options);
  print(
      fmt::format("{}: {} as tables in {}\n", options.file, counted(runs, "run"), options.folder));
}

}  // namespace

void add_export(CLI::App& program) {
  auto* command =
      program.add_subcommand("export", "Write the results of a run or of a study as tables");
  const auto options = std::make_shared<ExportOptions>();
  command
      ->add_option("RESULT", options->file,
                   "A NetCDF file that entente run wrote, or the store of a study")
      ->required();
  command
      ->add_option("--csv", options->folder,
                   "The folder for the tables: of a run those of entente run --csv, of a study "
                   "runs.csv, points.csv, failures.csv and study.csv")
      ->type_name("DIR")
      ->required();
  command->footer(
      "Example:\n"
      "  entente export result.nc --csv tables\n"
      "  entente export deterrence.db --csv tables\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong.");
  command->callback([options] { export_tables(*options); });
}

}  // namespace entente

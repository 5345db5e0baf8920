#include <fmt/format.h>

#include <memory>

#include "analysis/store/study_csv.h"
#include "cli/commands.h"
#include "cli/screen.h"

namespace entente {

void add_export(CLI::App& program) {
  struct Options {
    std::string store, folder;
  };
  auto* command = program.add_subcommand("export", "Write the results of a study as tables");
  const auto options = std::make_shared<Options>();
  command->add_option("STUDY", options->store, "The store of a study")->required();
  command
      ->add_option("--csv", options->folder,
                   "The folder to which runs.csv, points.csv, failures.csv and study.csv go")
      ->type_name("DIR")
      ->required();
  command->footer(
      "Example:\n  entente export deterrence.db --csv tables\n\n"
      "The results of a run as tables: entente run SCENARIO --csv DIR.\n\n"
      "Exit status: 0 done, 1 work failed, 2 the input is wrong.");
  command->callback([options] {
    StudyReader study(options->store);
    write_csv(options->folder, study);
    print(fmt::format("{}: {} as tables in {}\n", options->store, counted(study.ended(), "run"),
                      options->folder));
  });
}

}  // namespace entente

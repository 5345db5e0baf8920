#include "sim/scenario/schema.h"

#include "cli/commands.h"
#include "cli/screen.h"

namespace entente {

void add_schema(CLI::App& program) {
  auto* command = program.add_subcommand(
      "schema", "Print a JSON Schema of the scenario format, for editors to complete and check");
  command->footer(
      "Example:\n  entente schema > entente.schema.json\n\n"
      "An editor with a TOML language server takes it from the first line of a scenario:\n"
      "  #:schema ./entente.schema.json");
  command->callback([] { print(json_schema()); });
}

}  // namespace entente

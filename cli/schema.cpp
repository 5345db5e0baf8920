#include "sim/scenario/schema.h"

#include <memory>

#include "cli/commands.h"
#include "cli/screen.h"

namespace entente {

void add_schema(CLI::App& program) {
  auto* command = program.add_subcommand(
      "schema", "Print a JSON Schema of the scenario format, for editors to complete and check");
  command->footer(
      "Example:\n  entente schema > entente.schema.json\n\n"
      "Editors with a TOML language server take it from the first line of a scenario:\n"
      "  #:schema ./entente.schema.json");
  const auto markdown = std::make_shared<bool>(false);
  command->add_flag("--markdown", *markdown, "The fields as tables in Markdown, for reading");
  command->callback([markdown] { print(*markdown ? field_reference() : json_schema()); });
}

}  // namespace entente

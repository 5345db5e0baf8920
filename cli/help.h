#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace entente {

/// The shape of all `--help`: two columns, at most 80 wide.
std::shared_ptr<CLI::Formatter> make_help();

/// The help that the command line asked for: that of the innermost command it names.
std::string help_of(const CLI::App& program);

/// The innermost command that the command line names, as "entente list effects".
std::string command_of(const CLI::App& program);

/// Calls `f(command)` on the program and all its commands.
template <class F>
void for_each_command(CLI::App& program, F&& f) {
  f(program);
  for (CLI::App* command : program.get_subcommands({})) for_each_command(*command, f);
}

}  // namespace entente

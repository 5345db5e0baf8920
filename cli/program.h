#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/commands.h"

namespace entente {

/// Adds the commands that a program has.
using AddCommands = std::function<void(CLI::App& program, ExitStatus& status)>;

/// Does what the command line says, and reports whatever goes wrong. Returns the exit status.
int run_program(int count, char** arguments, const AddCommands& add_commands);

}  // namespace entente

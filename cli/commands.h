#pragma once

#include <CLI/CLI.hpp>

namespace entente {

/// How a command ended, as its exit status.
enum ExitStatus : int {
  done = 0,
  work_failed = 1,
  input_wrong = 2,
  some_runs_failed = 3,
  interrupted = 130
};

/// Each adds one command to the program, with its options, help and example. When the command line
/// names it, it runs, and sets `status`; what is wrong it throws.
void add_run(CLI::App& program, ExitStatus& status);
void add_explain(CLI::App& program, ExitStatus& status);
void add_compare(CLI::App& program, ExitStatus& status);
void add_check(CLI::App& program);
void add_list(CLI::App& program);
void add_describe(CLI::App& program);
void add_schema(CLI::App& program);
void add_verify(CLI::App& program, ExitStatus& status);

}  // namespace entente

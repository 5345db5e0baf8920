#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "analysis/sweep/workforce.h"

namespace entente {

/// How a command ended, as its exit status.
enum ExitStatus : int {
  done = 0,
  work_failed = 1,
  input_wrong = 2,
  some_runs_failed = 3,
  interrupted = 130
};

/// Makes those who do the runs of a study, on so many threads where it is this process.
using MakeWorkforce = std::function<std::unique_ptr<Workforce>(int threads)>;
std::unique_ptr<Workforce> in_threads(int threads);

/// Each adds one command to the program, with its options, help and example. When the command line
/// names it, it runs, and sets `status`; what is wrong it throws.
void add_run(CLI::App& program, ExitStatus& status);
void add_explain(CLI::App& program, ExitStatus& status);
void add_report(CLI::App& program, ExitStatus& status);
void add_compare(CLI::App& program, ExitStatus& status);
void add_sweep(CLI::App& program, ExitStatus& status, MakeWorkforce make);
void add_merge(CLI::App& program, ExitStatus& status);
void add_export(CLI::App& program);
void add_sensitivity(CLI::App& program);
void add_calibrate(CLI::App& program, ExitStatus& status);
void add_check(CLI::App& program);
void add_list(CLI::App& program);
void add_describe(CLI::App& program);
void add_schema(CLI::App& program);
void add_verify(CLI::App& program, ExitStatus& status);
void add_validate(CLI::App& program, ExitStatus& status);

}  // namespace entente

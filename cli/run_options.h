#pragma once

#include "cli/ensemble_command.h"

namespace entente {

/// What the command line of `entente run` asks for.
struct RunOptions : EnsembleOptions {
  std::vector<std::string> variants;
  bool all_variants = false;
  std::string checkpoint_at;  ///< a date; empty: run to the end
  bool runs_given = false, first_given = false;
  Recording recording = Recording::watch;
  std::string output, csv, report;  ///< empty: none
};

/// Declares the options of `entente run` on its command.
void add_options(CLI::App& command, RunOptions& options);

}  // namespace entente

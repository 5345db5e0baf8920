#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/ensemble/ensemble.h"

namespace entente {

/// What the command line of `entente run` asks for.
struct RunOptions {
  std::string scenario;
  std::uint64_t runs = 100;
  std::uint64_t first = 0;
  std::vector<std::string> variants;
  bool all_variants = false;
  std::optional<std::uint64_t> seed;
  int threads = 0;  ///< 0: all that there are
  std::vector<std::string> settings;
  Recording recording = Recording::watch;
  std::string output, csv;  ///< empty: none
  bool quiet = false;
};

/// Declares the options of `entente run` on its command.
void add_options(CLI::App& command, RunOptions& options);

}  // namespace entente

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A scenario that was read, and what is doubtful in it.
struct Reading {
  Scenario scenario;
  std::vector<Diagnostic> warnings;
};

/// Reads and checks a scenario file with its tables. Throws `InputError` with everything that is
/// wrong, sorted by place. `metric_names`: what may be watched as metric.NAME; if empty, any.
Reading read_scenario(const std::filesystem::path& path,
                      const std::vector<std::string>& metric_names = {});

/// The same for a text: `name` stands for it in errors, `folder` is where its tables lie.
Reading parse_scenario(std::string_view text, const std::string& name,
                       const std::filesystem::path& folder,
                       const std::vector<std::string>& metric_names = {});

}  // namespace entente

#pragma once

#include <filesystem>
#include <memory>

#include "sim/scenario/document.h"
#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Adds the actors or relations of a table beside the scenario: `actors = "actors.csv"`. Columns
/// are named like the fields, and `covariates.NAME`; an empty cell leaves a field at its default.
/// `name` is what the scenario file gives; the file must lie in `folder`. False where the file
/// cannot be read, so that what refers to its rows cannot be judged.
bool read_actor_table(const Node& name, const std::filesystem::path& folder, Texts& texts,
                      Scenario& scenario, Report& report);
bool read_relation_table(const Node& name, const std::filesystem::path& folder, Texts& texts,
                         Scenario& scenario, Report& report);

}  // namespace entente

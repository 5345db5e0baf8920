#pragma once

#include "analysis/report/payload.h"
#include "analysis/report/report_scope.h"
#include "sim/scenario/scenario.h"

/// A scenario as the page of a report has it: each function gives one member of the JSON, whose
/// shape web/src/contract.ts states.
namespace entente::page {

/// What a scenario is; `toml`: its text.
Json identity(const Scenario& scenario, const std::string& toml);
/// A number as a page can hold it: as text where a double cannot.
Json whole(std::uint64_t number);

Json actors(const Scenario& scenario);
Json blocs(const Scenario& scenario);
Json pacts(const Scenario& scenario);
Json sources(const Scenario& scenario);
/// Every input number, and how many rest on what.
Json inputs(const Scenario& scenario);
Json grounds(const Scenario& scenario);
/// The positions in `inputs` of what bears on each explained dyad directly.
Json inputs_by_dyad(const Scenario& scenario, const Ensemble& ensemble);

/// The events of a variant in the order in which they are applied. `scenario`: as the variant has
/// it.
Json events(const Scenario& scenario, const Model& model, const ReportScope& scope);

/// What the code declares of itself: the mechanisms, and the effects on both layers.
Json mechanisms();
Json effects();

}  // namespace entente::page

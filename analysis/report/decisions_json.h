#pragma once

#include "analysis/report/findings.h"
#include "analysis/report/payload.h"

/// What actors decided as the page of a report has it; see scenario_json.h.
namespace entente::page {

/// Who moved what in how many runs of a variant.
Json moves(const Gathered& gathered, std::size_t variant);
/// How its commitments ended. `scenario`: as the variant has it.
Json commitments(const Scenario& scenario, const Gathered& gathered, std::size_t variant);
/// What its blocs proposed in vain.
Json vetoes(const Gathered& gathered, std::size_t variant);
/// Every decision of the runs that are shown by themselves, with its reasons.
Json decisions(const Gathered& gathered, std::size_t variant);

}  // namespace entente::page

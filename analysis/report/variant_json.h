#pragma once

#include "analysis/report/findings.h"
#include "analysis/report/payload.h"

/// What was gathered of an ensemble as the page of a report has it; see scenario_json.h.
namespace entente::page {

/// One variant: its events, relations, series, moves, ledger and decisions.
Json variant(const Gathered& gathered, std::size_t variant, Payload& payload);
/// The other variants against the first; null where there is none.
Json comparison(const Gathered& gathered);
Json findings(const std::vector<Finding>& findings);
/// The watched paths, then the metrics.
Json series(const Gathered& gathered);

}  // namespace entente::page

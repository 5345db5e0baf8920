#pragma once

#include <string>

#include "analysis/compare/comparison.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A comparison as JSON, complete and with stable keys (docs/compare.md); what is no number is
/// null. The same comparison gives the same bytes.
std::string to_json(const Scenario& scenario, const Ensemble& ensemble,
                    const Comparison& comparison);

}  // namespace entente

#pragma once

#include <functional>

#include "analysis/ensemble/conduct.h"
#include "analysis/store/stored_result.h"

namespace entente {

/// The ensemble that a result is of: its variants, seed and series. Its runs are those of the file.
/// Throws `InputError` if this build cannot read the scenario.
Ensemble ensemble_of(const StoredResult& result);

/// Hands what a result holds of every run to a sink, as the runs did when they were made: series,
/// metrics, the ledger, and what happened; layers are left out. The ensemble is that of the result.
/// Whether the file can be that of such an ensemble is checked: it is an `InputError` if not.
void hand_on(const StoredResult& result, const Ensemble& ensemble, Sink& sink);

}  // namespace entente

#pragma once

#include "analysis/sweep/sweep.h"
#include "cli/commands.h"
#include "cli/sweep_options.h"

namespace entente {

/// Writes the scripts that do a study on a cluster and, if asked to, submits them. Throws
/// `RunError` where that fails.
ExitStatus submit(const SweepOptions& options, const SweepJob& job);

}  // namespace entente

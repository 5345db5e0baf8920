#pragma once

#include <memory>

#include "analysis/store/checkpoint.h"
#include "cli/commands.h"
#include "cli/run_options.h"

namespace entente {

/// Runs one variant up to the date of `--checkpoint-at`, and writes the states in which its
/// replicates are then.
ExitStatus burn_in(const RunOptions& options);

/// The checkpoint of `--from`, once nothing else on the command line contradicts it. Throws
/// `InputError` with everything that does.
std::shared_ptr<const Checkpoint> checkpoint_of(const RunOptions& options);

/// Lets the replicates of an ensemble begin at a checkpoint. Throws `InputError` if one of its
/// variants was another before, or if it has more replicates than were kept.
void go_on_from(std::shared_ptr<const Checkpoint> checkpoint, const RunOptions& options,
                Ensemble& ensemble);

}  // namespace entente

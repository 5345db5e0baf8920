#pragma once

#include <string>
#include <vector>

#include "analysis/calibrate/calibrate.h"

namespace entente {

/// The mean of some replicates, observation by observation.
struct MeanSimulation {
  bool done = false;         ///< false if it was stopped: the rest is then worthless
  std::string message;       ///< why one of them failed, or empty
  std::vector<double> mean;  ///< NaN if one failed
};

/// Simulates attempts on several threads, each by its own replicates, in order of the attempts.
std::vector<MeanSimulation> simulate_all(const CalibrationJob& job, const Effort& effort,
                                         const std::vector<Attempt*>& attempts);

/// The mean at coordinates over the replicates of local searches, which no attempt uses: on several
/// threads, but summed in their order.
MeanSimulation simulate_in_parallel(const CalibrationJob& job, const Effort& effort,
                                    const std::vector<double>& coordinates,
                                    std::int64_t replicates);

}  // namespace entente

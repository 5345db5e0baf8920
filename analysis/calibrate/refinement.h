#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/calibrate/prior.h"

namespace entente {

/// What a local search started from and what it found. Points are in the priors' coordinates.
struct Refinement {
  std::vector<double> start, end;
  double start_distance = 0.0, end_distance = 0.0;
  std::int64_t evaluations = 0;
  std::vector<bool> at_bound;  ///< of each parameter: whether the search was stopped by its prior
};

/// The distance at a point: the same whenever it is asked, infinite where there is none.
using Objective = std::function<double(const std::vector<double>& coordinates)>;

/// Searches near a point for the least distance, by so many evaluations at most, in the unit cube
/// of the priors' distribution functions: what a prior leaves no room for is out of reach.
///
/// BOBYQA (Powell, Cambridge NA 2009/06), or for a single parameter SBPLX (Rowan 1990), of NLopt.
/// The end is never further from the data than the start.
Refinement refine(const std::vector<Prior>& priors, const std::vector<double>& start,
                  const Objective& objective, std::int64_t most_evaluations);

}  // namespace entente

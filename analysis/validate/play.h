#pragma once

#include <cstdint>
#include <memory>

#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// The model of a scenario, whose commitments may be conditional on any metric.
std::shared_ptr<const Model> model_of(const Scenario& scenario);

/// One replicate of a scenario, at its end.
Simulation played_out(const Scenario& scenario, std::uint64_t replicate = 0);

/// How far two matrices are apart: the largest difference of two entries.
template <class A, class B>
double distance(const A& a, const B& b) {
  return (a - b).cwiseAbs().maxCoeff();
}

}  // namespace entente

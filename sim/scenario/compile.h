#pragma once

#include <memory>

#include "sim/engine/gauge.h"
#include "sim/engine/model.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Makes a scenario ready to run: its world at the start, benchmarked, its law of motion, its
/// events, commitments and its time axis. `metrics` are those that commitments may be conditional
/// on. Throws `InputError` if the scenario is wrong (`check`).
std::shared_ptr<const Model> compile(const Scenario& base, const MetricGauges& metrics = {});

/// The same for a variant of a scenario, or the scenario under changed parameters: the benchmark is
/// that of the base model's start and law of motion, since a variant changes the world after the
/// benchmarking; but for the variant's own baselines, which are a trend and not a calibration.
std::shared_ptr<const Model> compile(const Scenario& variant, const Model& base,
                                     const MetricGauges& metrics = {});

}  // namespace entente

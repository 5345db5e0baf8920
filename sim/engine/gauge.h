#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "sim/engine/simulation.h"

namespace entente {

/// Reads one number of a running simulation.
using Gauge = std::function<double(const Simulation&)>;

/// What layers above the engine measure of a simulation, by name.
using MetricGauges = std::map<std::string, Gauge, std::less<>>;

/// The gauge of a path of the world (`alignment.BLR.CHN`), of welfare (`welfare.BLR`) or of a
/// parameter (`dynamics.alignment.balance`). Throws `InputError` that names what is unknown and the
/// nearest known name.
Gauge gauge_of(std::string_view path, const Roster& roster, const Dynamics& dynamics);

}  // namespace entente

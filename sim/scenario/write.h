#pragma once

#include <string>

#include "sim/scenario/scenario.h"

namespace entente {

/// The scenario as one TOML file in which every default is filled in and every table inlined. It
/// reads back as an equal scenario, and runs to the same bits.
std::string to_toml(const Scenario& scenario);

}  // namespace entente

#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

namespace entente {

/// What a description says besides the scenario itself: how it was asked for, and of which program.
struct Request {
  std::string file;                   ///< the scenario file, as the user names it
  std::vector<std::string> settings;  ///< what `--set` has changed in it
  std::string variant = "base";
  std::string version, build;  ///< of the program
  std::string digest;          ///< SHA-256 of the resolved scenario
};

/// A description of exactly what a scenario runs, in Markdown, after the ODD protocol: purpose,
/// entities, process, design concepts, initialization, input data, submodels. It is made from the
/// declarations of mechanisms, effects, metrics and parameters and from the scenario's own words;
/// what takes no effect is left out. Throws `InputError`, for an unknown variant with the nearest
/// id.
///
/// Source: Grimm et al., J. Artificial Societies and Social Simulation 23 (2020) 2, 7.
std::string odd_description(const Scenario& base, const Request& request);

}  // namespace entente

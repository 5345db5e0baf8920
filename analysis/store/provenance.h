#pragma once

#include <cstdint>
#include <string>

#include "analysis/store/netcdf_file.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Where results come from, as a result states it.
struct Provenance {
  std::string title;
  std::string scenario;  ///< the resolved scenario, as TOML that runs to the same bits
};

Provenance provenance_of(const Scenario& scenario);

/// Writes it as attributes of a file, with the version, the build, the seed and the scenario's
/// SHA-256.
void put_provenance(NetcdfFile& file, const Provenance& provenance, std::uint64_t seed);

}  // namespace entente

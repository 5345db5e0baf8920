#include "analysis/store/provenance.h"

#include "analysis/store/build.h"
#include "analysis/store/sha256.h"
#include "sim/scenario/write.h"

namespace entente {

Provenance provenance_of(const Scenario& scenario) {
  return {scenario.title.empty() ? scenario.id : scenario.title, to_toml(scenario)};
}

void put_provenance(NetcdfFile& file, const Provenance& provenance, std::uint64_t seed) {
  file.attribute(NC_GLOBAL, "Conventions", "CF-1.10");
  file.attribute(NC_GLOBAL, "title", provenance.title);
  file.attribute(NC_GLOBAL, "entente_version", version());
  file.attribute(NC_GLOBAL, "build", build());
  file.attribute(NC_GLOBAL, "seed", static_cast<std::int64_t>(seed));
  file.attribute(NC_GLOBAL, "scenario", provenance.scenario);
  file.attribute(NC_GLOBAL, "scenario_sha256", sha256(provenance.scenario));
}

}  // namespace entente

#pragma once

#include <string>
#include <vector>

#include "analysis/ensemble/conduct.h"
#include "sim/scenario/read.h"

namespace entente {

/// Four actors with everything on; variants "same" and "no-visit".
inline Scenario small_world() {
  return read_scenario(std::string(ENTENTE_SOURCE_DIR) + "/tests/ensemble/small_world.toml")
      .scenario;
}

/// A scenario whose runs overflow now and then: linear alignment that escapes to infinity when
/// chance pushes it up, and dies away when it pushes it down.
inline Scenario escaping_world() {
  return parse_scenario(R"(format = 1
[scenario]
id = "escape"
start = 2020-01-01
ticks = 300
step = "4 weeks"
[[actor]]
id = "a"
capability = 1.0
basis = "estimate"
[[actor]]
id = "b"
capability = 1.0
basis = "estimate"
[[relation]]
from = "a"
to = "b"
mutual = true
alignment = 0.01
basis = "estimate"
[dynamics.alignment]
link = "identity"
self_ties = true
inertia = false
balance = 1.0
reciprocity = false
influence = false
dependence = false
noise = 0.2
[dynamics.sanctions]
rate = 0.0
[dynamics.support]
rate = 0.0
[output]
watch = ["alignment.a.b"]
)",
                        "escape.toml", "")
      .scenario;
}

/// Keeps every record.
class Keeper final : public Sink {
 public:
  void take(std::span<const RunRecord> replicate) override {
    records.insert(records.end(), replicate.begin(), replicate.end());
  }
  std::vector<RunRecord> records;
};

/// Every record of an ensemble.
inline std::vector<RunRecord> records_of(const Ensemble& ensemble, int threads) {
  Keeper keeper;
  Sink* const sinks[] = {&keeper};
  const std::atomic<bool> stop{false};
  conduct(ensemble, sinks, threads, stop);
  return keeper.records;
}

}  // namespace entente

#include "analysis/metrics/catalogue.h"

#include <vector>

#include "sim/alignment/catalogue.h"

namespace entente {

std::span<const std::string> metric_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for_each(Metrics{}, [&](const auto& metric) { all.emplace_back(metric.name); });
    return all;
  }();
  return names;
}

MetricGauges metric_gauges() {
  MetricGauges gauges;
  for_each(Metrics{}, [&](const auto& metric) {
    gauges.emplace(metric.name,
                   [metric](const Simulation& run) { return metric(Observation(run)); });
  });
  return gauges;
}

void measure(const Simulation& simulation, double* out) {
  const Observation seen(simulation);
  for_each(Metrics{}, [&](const auto& metric) { *out++ = metric(seen); });
}

}  // namespace entente

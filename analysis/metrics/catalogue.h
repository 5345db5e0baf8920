#pragma once

#include <span>
#include <string>
#include <tuple>

#include "analysis/metrics/camps.h"
#include "analysis/metrics/dependence_concentration.h"
#include "analysis/metrics/frustration.h"
#include "analysis/metrics/mean_alignment.h"
#include "analysis/metrics/mean_welfare.h"
#include "analysis/metrics/polarization.h"
#include "analysis/metrics/sanctions_density.h"
#include "analysis/metrics/sanctions_intensity.h"
#include "analysis/metrics/spectral_polarization.h"
#include "analysis/metrics/triad_balance.h"
#include "analysis/metrics/weighted_triad_balance.h"
#include "sim/engine/gauge.h"

namespace entente {

/// Every metric of a world, in the order in which results hold them.
///
/// Each is a struct with its `name`, `unit`, `equation`, `meaning`, `source` and `bounds`, and
/// `double operator()(const Observation&) const`: a finite number for every world, even one of a
/// single actor or without any tie.
using Metrics = std::tuple<MeanAlignment, Polarization, SpectralPolarization, TriadBalance,
                           WeightedTriadBalance, Frustration, SanctionsDensity, SanctionsIntensity,
                           DependenceConcentration, MeanWelfare>;

/// The names of the metrics, in catalogue order.
std::span<const std::string> metric_names();

/// A gauge of each metric, for commitments that are conditional on one.
MetricGauges metric_gauges();

/// Writes every metric of the world as it stands to `out`, in catalogue order.
void measure(const Simulation& simulation, double* out);

}  // namespace entente

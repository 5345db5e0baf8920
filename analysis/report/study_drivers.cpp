#include "analysis/report/study_drivers.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "analysis/sensitivity/correlation_ratio.h"
#include "analysis/sensitivity/morris_effects.h"
#include "analysis/sensitivity/noise_share.h"
#include "analysis/sensitivity/sobol_indices.h"

namespace entente {
namespace {

/// The seed of the intervals, which is the default of `entente sensitivity`.
const Draws& interval_draws() {
  static const Draws draws(1, 0);
  return draws;
}

StudyDrivers by_sobol(const Saltelli& design, const Matrix& answers) {
  const SobolIndices found = sobol_indices(design.layout(), answers, interval_draws());
  StudyDrivers drivers;
  drivers.method = "sobol";
  drivers.free_of_noise = found.free_of_noise();
  if (found.free_of_noise()) drivers.noise = found.noise.share;
  drivers.coverage = found.coverage;
  drivers.leading = 1;
  for (const auto& [first, total] : found.parameters)
    drivers.parameters.push_back({{"first", first}, {"total", total}});
  return drivers;
}

StudyDrivers by_morris(const Morris& design, const Matrix& answers) {
  const MorrisEffects found = morris_effects(design, answers, interval_draws());
  StudyDrivers drivers;
  drivers.method = "morris";
  drivers.free_of_noise = found.free_of_noise();
  drivers.coverage = found.coverage;
  drivers.leading = 1;
  for (const auto& [mu, mu_star, sigma, noise] : found.parameters)
    drivers.parameters.push_back({{"mu", mu}, {"mu_star", mu_star}, {"sigma", sigma}});
  return drivers;
}

StudyDrivers by_ratios(const Matrix& answers, const ShownPoints& points) {
  const CorrelationRatios found = correlation_ratios(
      points.values(), PointAnswers(answers, points.numbers()).means, interval_draws());
  StudyDrivers drivers;
  drivers.method = "correlation ratio";
  drivers.coverage = found.coverage;
  for (const Estimate& ratio : found.parameters) drivers.parameters.push_back({{"ratio", ratio}});
  if (answers.cols() > 1) drivers.noise = noise_share(answers, interval_draws());
  return drivers;
}

Json estimate_json(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

}  // namespace

PointAnswers::PointAnswers(const Matrix& answers, const std::vector<std::uint64_t>& points)
    : means(static_cast<Index>(points.size())), deviations(static_cast<Index>(points.size())) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  for (Index k = 0; k < means.size(); ++k) {
    const auto row = answers.row(static_cast<Index>(points[static_cast<std::size_t>(k)]));
    double count = 0.0, sum = 0.0, squares = 0.0;
    for (const double y : row)
      if (std::isfinite(y)) {
        sum += y;
        ++count;
      }
    means(k) = count > 0.0 ? sum / count : none;
    for (const double y : row)
      if (std::isfinite(y)) squares += (y - means(k)) * (y - means(k));
    deviations(k) = count > 1.0 ? std::sqrt(squares / (count - 1.0)) : none;
  }
}

std::optional<std::size_t> StudyDrivers::strongest() const {
  std::optional<std::size_t> most;
  const auto size = [&](std::size_t p) { return parameters[p][leading].estimate.value; };
  for (std::size_t p = 0; p < parameters.size(); ++p)
    if (std::isfinite(size(p)) && (!most || size(p) > size(*most))) most = p;
  return most;
}

std::string why_no_drivers(const Plan& plan, const ShownPoints& points) {
  const DesignType type = plan.study().design.type;
  const auto least = static_cast<std::size_t>(least_points_for_ratios);
  if (type == DesignType::saltelli || type == DesignType::morris) return "";
  if (points.numbers().size() >= least) return "";
  return fmt::format(
      "What drives the outcomes is said from {} points on, and {} have finished runs; designs of "
      "the types saltelli and morris are made for it.",
      least, points.numbers().size());
}

StudyDrivers drivers_of(const Plan& plan, const Matrix& answers, const ShownPoints& points) {
  if (const auto* saltelli = dynamic_cast<const Saltelli*>(plan.design()))
    return by_sobol(*saltelli, answers);
  if (const auto* morris = dynamic_cast<const Morris*>(plan.design()))
    return by_morris(*morris, answers);
  return by_ratios(answers, points);
}

Json drivers_json(const StudyDrivers& drivers) {
  Json parameters = Json::array();
  for (const auto& measures : drivers.parameters) {
    Json of_parameter = Json::object();
    for (const auto& [name, estimate] : measures)
      of_parameter[std::string(name)] = estimate_json(estimate);
    parameters.push_back(std::move(of_parameter));
  }
  return {{"outcome", drivers.outcome},
          {"variant", drivers.variant},
          {"method", drivers.method},
          {"free_of_noise", drivers.free_of_noise},
          {"noise", drivers.noise ? estimate_json(*drivers.noise) : Json(nullptr)},
          {"blocks", {{"used", drivers.coverage.used}, {"left_out", drivers.coverage.left_out}}},
          {"parameters", parameters}};
}

}  // namespace entente

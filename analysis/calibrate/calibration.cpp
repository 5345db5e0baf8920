#include "analysis/calibrate/calibration.h"

#include <fmt/format.h>

namespace entente {
namespace {

std::string as_toml(const PriorEntry& prior) {
  std::string text =
      fmt::format("{{ type = \"{}\"", names_of(prior.type)[static_cast<std::size_t>(prior.type)]);
  const auto add = [&](std::string_view name, const std::optional<double>& number) {
    if (number) text += fmt::format(", {} = {}", name, number_to_toml(*number));
  };
  add("low", prior.low);
  add("high", prior.high);
  add("mean", prior.mean);
  add("sd", prior.sd);
  return text + " }";
}

}  // namespace

Prior PriorEntry::prior() const {
  switch (type) {
    case PriorType::uniform:
      return Prior::uniform(*low, *high);
    case PriorType::log_uniform:
      return Prior::log_uniform(*low, *high);
    case PriorType::normal:
      return Prior::normal(*mean, *sd, low.value_or(-Prior::infinite),
                           high.value_or(Prior::infinite));
    case PriorType::lognormal:
      break;
  }
  return Prior::lognormal(*mean, *sd, low.value_or(0.0), high.value_or(Prior::infinite));
}

SmcSettings CalibrationPlan::settings() const {
  return {.seed = static_cast<std::uint64_t>(seed),
          .particles = particles,
          .generations = generations,
          .quantile = quantile,
          .acceptance = acceptance};
}

std::vector<Prior> CalibrationPlan::priors() const {
  std::vector<Prior> all;
  for (const auto& parameter : parameters) all.push_back(parameter.prior.prior());
  return all;
}

std::uint64_t CalibrationPlan::first_replicate(const Attempt& attempt) const {
  const std::int64_t before = attempt.generation * settings().most_attempts() + attempt.number;
  return static_cast<std::uint64_t>(before * replicates);
}

double CalibrationPlan::most_replicates() const {
  return static_cast<double>(particles) / acceptance * static_cast<double>(generations) *
         static_cast<double>(replicates);
}

Study CalibrationPlan::study() const {
  Study study;
  study.id = id;
  study.scenario = scenario;
  study.variants = {{variant, {}}};
  study.seed = seed;
  for (const auto& parameter : parameters) study.parameters.emplace_back().path = parameter.path;
  for (const auto& observation : observations) {
    auto& outcome = study.outcomes.emplace_back();
    outcome.of = observation.path;
    outcome.statistic = Statistic::at;
    outcome.date = observation.date;
  }
  return study;
}

std::string canonical_text(const CalibrationPlan& calibration) {
  std::string text = fmt::format(
      "format = 1\n\n[calibration]\nvariant = {}\nseed = {}\nparticles = {}\nreplicates = {}\n"
      "quantile = {}\nacceptance = {}\n",
      text_to_toml(calibration.variant), calibration.seed, calibration.particles,
      calibration.replicates, number_to_toml(calibration.quantile),
      number_to_toml(calibration.acceptance));
  for (const auto& parameter : calibration.parameters)
    text += fmt::format("\n[[parameter]]\npath = {}\nprior = {}\n", text_to_toml(parameter.path),
                        as_toml(parameter.prior));
  for (const auto& observation : calibration.observations)
    text += fmt::format("\n[[observation]]\ndate = {}\npath = {}\nvalue = {}\nscale = {}\n",
                        to_text(observation.date), text_to_toml(observation.path),
                        number_to_toml(observation.value), number_to_toml(observation.scale));
  return text;
}

}  // namespace entente

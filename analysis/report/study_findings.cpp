#include "analysis/report/study_findings.h"

#include <fmt/format.h>

#include <cmath>

#include "analysis/describe/number_format.h"
#include "analysis/ensemble/summary.h"
#include "analysis/sensitivity/bootstrap.h"

namespace entente {
namespace {

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string interval_of_shares(const Estimate& estimate) {
  if (!std::isfinite(estimate.low)) return "";
  return fmt::format(" (95 % interval: {} to {})", percentage(estimate.low),
                     percentage(estimate.high));
}

/// How much a parameter drives the first outcome, in the words of the method.
std::string strength(const ObservedStudy& observed, std::size_t parameter) {
  const StudyDrivers& drivers = *observed.drivers;
  const Estimate& most = drivers.parameters[parameter][drivers.leading].estimate;
  if (drivers.method == "morris") {
    const auto size = [&](double value) {
      const std::string text = observed.words.value(0, value);
      return text.starts_with('+') ? text.substr(1) : text;
    };
    return fmt::format("its whole range changes it by {} on average (95 % interval: {} to {})",
                       size(most.value), size(most.low), size(most.high));
  }
  return fmt::format("{} of the variance between points {}{}", percentage(most.value),
                     drivers.method == "sobol" ? "hangs on it" : "goes with it alone",
                     interval_of_shares(most));
}

std::string method_of(const StudyDrivers& drivers) {
  const std::uint64_t used = drivers.coverage.used;
  if (drivers.method == "sobol")
    return fmt::format("Sobol's total index, from {} rows of the design", used);
  if (drivers.method == "morris")
    return fmt::format("Morris's mean size of effects, from {} trajectories", used);
  return fmt::format("Correlation ratio, from {} points", used);
}

std::optional<Finding> driver(const ObservedStudy& observed) {
  if (!observed.drivers) return std::nullopt;
  const auto parameter = observed.drivers->strongest();
  if (!parameter) return std::nullopt;
  const Study& study = observed.words.study();
  Finding finding;
  finding.text = fmt::format("{} matters most for {}: {}.", study.parameters[*parameter].path,
                             observed.words.outcome(0), strength(observed, *parameter));
  finding.detail = fmt::format("{}; of {} parameters it is the first.",
                               method_of(*observed.drivers), study.parameters.size());
  finding.panel = "drivers";
  return finding;
}

/// The points' means that are there.
std::vector<double> present(const Vector& means) {
  std::vector<double> found;
  for (const double mean : means)
    if (std::isfinite(mean)) found.push_back(mean);
  return found;
}

std::optional<Finding> level(const ObservedStudy& observed) {
  auto means = present(observed.means);
  if (means.empty()) return std::nullopt;
  const StudyWords& words = observed.words;
  const Matrix terms = Eigen::Map<const Vector>(means.data(), static_cast<Index>(means.size()));
  const Estimate mean = bootstrapped(
      terms, [](const RowVector& m) { return std::vector<double>{m(0)}; }, Draws(1, 0))[0];
  const auto value = [&](double number) { return words.value(0, number); };
  const double low = quantile(means, 0.05), high = quantile(means, 0.95);
  Finding finding;
  finding.panel = "many";
  if (words.yes_or_no(0))
    finding.text = fmt::format("{} in {} of runs{}; at 90 % of points in {} to {}.",
                               capitalised(words.event(0)), percentage(mean.value),
                               interval_of_shares(mean), percentage(low), percentage(high));
  else
    finding.text =
        fmt::format("{} is {} on average (90 % of points: {} to {}).",
                    capitalised(words.outcome(0)), value(mean.value), value(low), value(high));
  finding.detail = fmt::format("Over the means of {} points.", means.size());
  if (!words.yes_or_no(0) && std::isfinite(mean.low))
    finding.detail =
        fmt::format("Over the means of {} points; 95 % interval of the average: {} to {}.",
                    means.size(), value(mean.low), value(mean.high));
  return finding;
}

std::optional<Finding> chance(const ObservedStudy& observed) {
  if (!observed.drivers || !observed.drivers->noise) return std::nullopt;
  const Estimate& share = *observed.drivers->noise;
  if (!std::isfinite(share.value)) return std::nullopt;
  Finding finding;
  finding.text =
      fmt::format("Chance makes {} of what single runs differ by in {}{}.", percentage(share.value),
                  observed.words.outcome(0), interval_of_shares(share));
  finding.detail =
      "Share of the variance; the parameters, as far as they vary here, make the rest.";
  finding.panel = "single";
  return finding;
}

std::optional<Finding> failures(const ObservedStudy& observed) {
  if (observed.failed == 0) return std::nullopt;
  const Share share = share_of(observed.failed, observed.ended);
  Finding finding;
  finding.text = fmt::format("{} of {} runs failed, {} (95 % interval: {} to {}).", observed.failed,
                             observed.ended, percentage(share.mean), percentage(share.low),
                             percentage(share.high));
  finding.detail = "They are left out of all other numbers.";
  finding.panel = "failed";
  return finding;
}

}  // namespace

std::vector<Finding> findings_of(const ObservedStudy& observed) {
  std::vector<Finding> findings;
  for (const auto& finding : {driver(observed), level(observed),
                              observed.failed > 0 ? failures(observed) : chance(observed)})
    if (finding) findings.push_back(*finding);
  const auto& variants = observed.words.study().variants;
  for (Finding& finding : findings) {
    if (variants.size() < 2 || finding.panel == "failed") continue;
    finding.variant = 0;
    finding.detail += fmt::format(" In the variant {}.", variants.front().name);
  }
  return findings;
}

}  // namespace entente

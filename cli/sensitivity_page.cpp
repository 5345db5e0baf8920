#include "cli/sensitivity_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {
namespace {

constexpr std::size_t path_columns = 30;

/// A bar of up to so many columns.
std::string bar(double share, int columns) {
  if (!(share > 0.0)) return "";
  const auto eighths = static_cast<std::size_t>(std::lround(std::min(share, 1.0) * columns * 8));
  static constexpr const char* parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string text;
  for (std::size_t k = 0; k < eighths / 8; ++k) text += "█";
  return text + parts[eighths % 8];
}

std::string interval(const Estimate& estimate) {
  return fmt::format("{:>5.2f} [{:.2f}, {:.2f}]", estimate.value, estimate.low, estimate.high);
}

std::string paragraph(const std::string& text) {
  return fmt::format("{}\n", wrapped(text, page_width));
}

/// What was left out, and why; "" if nothing was.
std::string missing(const Coverage& coverage, std::string_view what) {
  if (coverage.missing_runs == 0) return "";
  return paragraph(fmt::format(
      "{} missing, failed or not done yet: {} of {} {} are left out, and what is said rests on the "
      "replicates that are there throughout the others.",
      counted(coverage.missing_runs, "run") + (coverage.missing_runs == 1 ? " is" : " are"),
      grouped(coverage.left_out), grouped(coverage.used + coverage.left_out), what));
}

/// The positions of numbers, the greatest first.
std::vector<std::size_t> ranked(const std::vector<double>& numbers) {
  std::vector<std::size_t> order(numbers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return numbers[a] > numbers[b]; });
  return order;
}

}  // namespace

std::string SensitivityPage::head() const {
  const auto entry = std::find_if(study.outcomes.begin(), study.outcomes.end(),
                                  [&](const auto& known) { return known.name == outcome; });
  return fmt::format("\n{} · {} of {} · {}\n", style.bold(outcome),
                     names_of(entry->statistic)[static_cast<std::size_t>(entry->statistic)],
                     entry->of, variant);
}

std::string SensitivityPage::row(std::size_t parameter, const SobolIndices::Shares& shares) const {
  return fmt::format("{:<{}}{:<21}{:<21}{}\n",
                     cut(study.parameters[parameter].path, path_columns - 1), path_columns,
                     interval(shares.first), interval(shares.total),
                     style.accent(bar(shares.total.value, 8)));
}

std::string SensitivityPage::text(const SobolIndices& indices) const {
  std::string text = head() + missing(indices.coverage, "rows of the design");
  if (std::isnan(indices.mean)) return text + "No row of the design is whole.\n";
  if (!(indices.variance > 0.0))
    return text + paragraph(fmt::format("mean {:.4g}; no variance between the points can be told "
                                        "from chance, and there is nothing to divide up",
                                        indices.mean));
  text += paragraph(fmt::format("mean {:.4g}, standard deviation over the points {:.3g}",
                                indices.mean, std::sqrt(indices.variance)));
  text += fmt::format("{}\n", style.dim(fmt::format("{:<{}}{:<21}{}", "share of the variance",
                                                    path_columns, " alone", " with others")));
  std::vector<double> totals;
  for (const auto& shares : indices.parameters) totals.push_back(shares.total.value);
  for (const std::size_t i : ranked(totals)) text += row(i, indices.parameters[i]);
  if (!indices.free_of_noise())
    return text + paragraph(
                      "With one replicate a point, these are the shares of what happens under "
                      "its random numbers; more replicates give those of the expected outcome.");
  const auto& share = indices.noise.share;
  return text + paragraph(fmt::format(
                    "The shares are of the expected outcome. Of the variance of single runs chance "
                    "makes {:.0f} % [{:.0f}, {:.0f}] more.",
                    100 * share.value, 100 * share.low, 100 * share.high));
}

std::string SensitivityPage::row(std::size_t parameter,
                                 const MorrisEffects::Measures& measures) const {
  const auto& [mu, mu_star, sigma, noise] = measures;
  return fmt::format("{:<{}}{:>9.2g} {:<20}{:>9.2g} {:>9.2g}\n",
                     cut(study.parameters[parameter].path, path_columns - 1), path_columns,
                     mu_star.value, fmt::format("[{:.2g}, {:.2g}]", mu_star.low, mu_star.high),
                     mu.value, sigma.value);
}

std::string SensitivityPage::text(const MorrisEffects& effects) const {
  std::string text = head() + missing(effects.coverage, "trajectories");
  text += fmt::format(
      "{}\n", style.dim(fmt::format("{:<{}}{:>9} {:<20}{:>9} {:>9}", "effect of the whole range",
                                    path_columns, "size", "95 %", "mean", "spread")));
  std::vector<double> sizes;
  double noise = 0.0;
  for (const auto& measures : effects.parameters) {
    sizes.push_back(measures.mu_star.value);
    if (effects.free_of_noise()) noise = std::max(noise, measures.noise.value);
  }
  for (const std::size_t i : ranked(sizes)) text += row(i, effects.parameters[i]);
  return text + paragraph(effects.free_of_noise()
                              ? fmt::format("The replicates leave a standard error of up to {:.2g} "
                                            "in a single effect; sizes well above 0.8 times that "
                                            "are real. The spread is free of it.",
                                            noise)
                              : "With one replicate a point, chance is part of every effect.");
}

}  // namespace entente

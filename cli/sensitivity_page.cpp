#include "cli/sensitivity_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {
namespace {

constexpr std::size_t path_columns = 30;

/// A bar of up to twelve columns.
std::string bar(double share) {
  constexpr double columns = 12.0;
  if (!(share > 0.0)) return "";
  const auto eighths = static_cast<std::size_t>(std::lround(std::min(share, 1.0) * columns * 8.0));
  static constexpr const char* parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string text;
  for (std::size_t k = 0; k < eighths / 8; ++k) text += "█";
  return text + parts[eighths % 8];
}

std::string interval(const Estimate& estimate, int width, int digits) {
  return fmt::format("{:>{}.{}f} [{:.{}f}, {:.{}f}]", estimate.value, width, digits, estimate.low,
                     digits, estimate.high, digits);
}

std::string number(const Estimate& estimate) {
  return fmt::format("{:.3g} [{:.3g}, {:.3g}]", estimate.value, estimate.low, estimate.high);
}

}  // namespace

std::vector<std::size_t> SensitivityPage::ranked(const std::vector<Estimate>& by) const {
  std::vector<std::size_t> order(by.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return by[a].value > by[b].value; });
  return order;
}

std::string SensitivityPage::head() const {
  const auto entry = std::find_if(study.outcomes.begin(), study.outcomes.end(),
                                  [&](const auto& known) { return known.name == outcome; });
  return fmt::format(
      "\n{}{}\n", style.bold(outcome),
      fmt::format(" · {} of {} · {}",
                  names_of(entry->statistic)[static_cast<std::size_t>(entry->statistic)], entry->of,
                  variant));
}

std::string SensitivityPage::missing(std::uint64_t used, std::uint64_t left_out,
                                     std::string_view what) const {
  if (left_out == 0) return "";
  return wrapped(fmt::format("{} of {} {} are left out, because runs of theirs failed or have not "
                             "been done; what is said rests on the others.",
                             grouped(left_out), grouped(used + left_out), what),
                 page_width) +
         "\n";
}

std::string SensitivityPage::text(const SobolIndices& indices) const {
  std::string text = head();
  text += missing(indices.rows, indices.rows_left_out, "rows of the design");
  if (std::isnan(indices.mean)) return text + "No row of the design is whole.\n";
  text += wrapped(fmt::format("mean {:.4g}, standard deviation over the points {}", indices.mean,
                              number(indices.deviation)),
                  page_width) +
          "\n";
  if (!(indices.deviation.value > 0.0))
    return text + "It does not vary with the parameters: there is nothing to divide up.\n";
  text += style.dim(fmt::format("{:<{}}{:<21}{:<21}", "", path_columns, " alone", " with others")) +
          "\n";
  for (const std::size_t i : ranked(indices.total))
    text +=
        fmt::format("{:<{}}{:<21}{:<21} {}\n", cut(study.parameters[i].path, path_columns - 1),
                    path_columns, interval(indices.first[i], 5, 2),
                    interval(indices.total[i], 5, 2), style.accent(bar(indices.total[i].value)));
  const std::string noise =
      indices.noise_separated
          ? fmt::format(
                "Chance makes {:.0f} % [{:.0f}, {:.0f}] of the variance of single runs; the "
                "indices are of what is left, the expected outcome.",
                100 * indices.noise.value, 100 * indices.noise.low, 100 * indices.noise.high)
          : "With one replicate a point, chance counts as interaction; more replicates separate "
            "it.";
  return text + wrapped(noise, page_width) + "\n";
}

std::string SensitivityPage::text(const MorrisEffects& effects) const {
  std::string text = head();
  text += missing(effects.trajectories, effects.left_out, "trajectories");
  text += style.dim(fmt::format("{:<{}}{:>8}  {:<18}{:>8}{:>8}", "", path_columns, "mean |d|",
                                "95 %", "mean d", "sd d")) +
          "\n";
  double most = 0.0;
  for (const auto& estimate : effects.mu_star) most = std::max(most, estimate.value);
  for (const std::size_t i : ranked(effects.mu_star))
    text += fmt::format(
        "{:<{}}{:>8.3g}  {:<18}{:>8.3g}{:>8.3g} {}\n",
        cut(study.parameters[i].path, path_columns - 1), path_columns, effects.mu_star[i].value,
        fmt::format("[{:.3g}, {:.3g}]", effects.mu_star[i].low, effects.mu_star[i].high),
        effects.mu[i].value, effects.sigma[i].value,
        style.accent(bar(most > 0.0 ? 0.4 * effects.mu_star[i].value / most : 0.0)));
  double noise = 0.0;
  for (const double one : effects.noise) noise = std::max(noise, one);
  text +=
      wrapped(effects.noise_separated
                  ? fmt::format("d: change of the outcome as a parameter goes through its range. "
                                "Chance leaves a standard error of up to {:.2g} in a single d.",
                                noise)
                  : "d: change of the outcome as a parameter goes through its range. With one "
                    "replicate a point, chance is part of it.",
              page_width) +
      "\n";
  return text;
}

}  // namespace entente

#include <fmt/format.h>

#include "cli/compare_page.h"
#include "cli/values.h"

namespace entente {
namespace {

constexpr std::size_t most_flips = 5;

}  // namespace

std::string ComparePage::flips(const Contrast& contrast) const {
  if (contrast.flips.empty()) return "No level of sanctions or support differs in any run.\n";
  return style_.dim(
             fmt::format("{:<35}{:>10}{:>10}", "Levels that differ", "higher in", "lower in")) +
         "\n" + flips_of(ChoiceLayer::sanctions, contrast.flips) +
         flips_of(ChoiceLayer::support, contrast.flips);
}

std::string ComparePage::flips_of(ChoiceLayer layer, const std::vector<Flip>& all) const {
  const auto name = names_of(layer)[static_cast<std::size_t>(layer)];
  const Roster& roster = ensemble_.roster();
  const auto share = [&](std::uint64_t count) {
    return count == 0
               ? std::string("–")
               : percentage(static_cast<double>(count) / static_cast<double>(comparison_.pairs()));
  };
  std::string text;
  std::size_t rows = 0;
  for (const Flip& flip : all) {
    if (flip.layer != layer || ++rows > most_flips) continue;
    const auto dyad = fmt::format("{} → {}", roster.actors[flip.actor], roster.actors[flip.target]);
    text += fmt::format("{:<11}{:<24}{:>10}{:>10}\n", rows == 1 ? name : "", cut(dyad, 23),
                        share(flip.higher), share(flip.lower));
  }
  if (rows > most_flips)
    text += style_.dim(fmt::format("{:<11}and {} in fewer runs", "",
                                   counted(rows - most_flips, "other"))) +
            "\n";
  return text;
}

std::string ComparePage::legend() const {
  return style_.dim(wrapped(
             "* the 95 % interval of the mean difference (bootstrap over pairs) excludes 0. gain: "
             "by what factor common random numbers lower the variance of the difference; exact: "
             "it is the same in every run.",
             page_width)) +
         "\n";
}

}  // namespace entente

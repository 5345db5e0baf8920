#include <fmt/format.h>

#include "cli/summary_page.h"
#include "cli/values.h"

namespace entente {
namespace {

constexpr std::size_t most_moves = 5;

}  // namespace

std::string SummaryPage::moves() const {
  const std::string found = moves_of(ChoiceLayer::sanctions) + moves_of(ChoiceLayer::support);
  if (found.empty()) return "Nobody moved on sanctions or support.\n";
  return style_.bold(fmt::format("{:<33}{:>10}{:>12}   {}", "Who moved" + of_which(), "raised in",
                                 "lowered in", "first raised (median)")) +
         "\n" + found;
}

std::string SummaryPage::moves_of(ChoiceLayer layer) const {
  const auto name = names_of(layer)[static_cast<std::size_t>(layer)];
  const Roster& roster = ensemble_.roster();
  const auto runs = static_cast<double>(summary_.runs(0));
  std::string text;
  std::size_t rows = 0, more = 0;
  for (const Move& move : summary_.moves(0).ranked()) {
    if (move.layer != layer) continue;
    if (++rows > most_moves) {
      ++more;
      continue;
    }
    const auto share = [&](std::uint64_t count) {
      return count == 0 ? std::string("–") : percentage(static_cast<double>(count) / runs);
    };
    const auto dyad = fmt::format("{} → {}", roster.actors[move.actor], roster.actors[move.target]);
    const auto first = move.runs_raised == 0
                           ? std::string()
                           : to_text(ensemble_.calendar().date_at(move.median_first_raise()));
    text += fmt::format("{:<11}{:<22}{}{:>12}   {}\n", rows == 1 ? name : "", cut(dyad, 21),
                        style_.bold(fmt::format("{:>10}", share(move.runs_raised))),
                        share(move.runs_lowered), first);
  }
  if (more > 0)
    text +=
        style_.dim(fmt::format("{:<11}and {} in fewer runs", "", counted(more, "other"))) + "\n";
  return text;
}

}  // namespace entente

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/summary_page.h"
#include "cli/values.h"

namespace entente {
namespace {

constexpr std::size_t most_vetoes = 5, most_blockers = 4;

std::string share(std::uint64_t count, std::uint64_t runs) {
  if (count == 0) return "–";
  return percentage(static_cast<double>(count) / static_cast<double>(runs));
}

/// "HUN 61 %, SVK 20 %": those who stopped a proposal most often.
std::string blockers_of(const Veto& veto, const Roster& roster) {
  std::vector<std::pair<std::uint64_t, Index>> ranked;
  for (const auto& [actor, times] : veto.blockers) ranked.emplace_back(times, actor);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.size() > most_blockers) ranked.resize(most_blockers);
  std::vector<std::string> texts;
  for (const auto& [times, actor] : ranked)
    texts.push_back(fmt::format("{} {}", roster.actors[actor], share(times, veto.times)));
  return fmt::format("{}", fmt::join(texts, ", "));
}

}  // namespace

std::string SummaryPage::commitments() const {
  const Outcomes& outcomes = summary_.outcomes(0);
  if (outcomes.commitments() == 0) return "";
  const auto heading = fmt::format("{:<33}", "Commitments" + of_which());
  std::string text = style_.bold(fmt::format("{}{:>10}{:>12}{:>12}{:>12}", heading, "honoured",
                                             "reneged", "expired", "standing")) +
                     "\n";
  for (std::size_t k = 0; k < outcomes.commitments(); ++k) {
    const auto cell = [&](Outcome outcome) {
      return share(outcomes.runs(k, outcome), summary_.runs(0));
    };
    const auto& id = ensemble_.roster().commitments[static_cast<Index>(k)];
    text += fmt::format("{:<33}{:>10}{:>12}{:>12}{:>12}\n", cut(id, 32), cell(Outcome::honoured),
                        cell(Outcome::reneged), cell(Outcome::expired), cell(Outcome::standing));
  }
  return text;
}

std::string SummaryPage::vetoes() const {
  const auto vetoes = summary_.vetoes(0).ranked();
  if (vetoes.empty()) return "";
  const Roster& roster = ensemble_.roster();
  std::string text =
      style_.bold(fmt::format("{:<33}{:>10}   {}", "Stopped by a vote" + of_which(), "in runs",
                              "against it, of the times it was stopped")) +
      "\n";
  for (std::size_t v = 0; v < std::min(vetoes.size(), most_vetoes); ++v) {
    const Veto& veto = vetoes[v];
    const auto what = fmt::format("{} to {} on {}", roster.blocs[veto.bloc],
                                  veto.raise ? "raise" : "lower", roster.actors[veto.target]);
    text += fmt::format("{:<33}{:>10}   {}\n", cut(what, 32), share(veto.runs, summary_.runs(0)),
                        cut(blockers_of(veto, roster), 34));
  }
  if (vetoes.size() > most_vetoes)
    text += style_.dim(fmt::format("and {} in fewer runs",
                                   counted(vetoes.size() - most_vetoes, "other"))) +
            "\n";
  return text;
}

}  // namespace entente

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/explain_page.h"
#include "cli/values.h"

namespace entente {
namespace {

constexpr std::size_t indent = 12;

std::string indented(const std::string& text) {
  return std::string(indent, ' ') + wrapped(text, page_width, indent) + "\n";
}

/// "raise sanctions on CHN", "lower support for RUS", "keep all".
std::string deed(const Explanation& told, ChoiceLayer layer, const Ministep::Alternative& step) {
  if (step.step == 0) return "keep all";
  return fmt::format("{} {} {}", step.step > 0 ? "raise" : "lower",
                     layer == ChoiceLayer::sanctions ? "sanctions on" : "support for",
                     told.actor(step.target));
}

bool between_the_two(const Decision& decision, const Dyad& dyad) {
  return (decision.actor == dyad.from && decision.target == dyad.to) ||
         (decision.actor == dyad.to && decision.target == dyad.from);
}

std::string probability(double p) { return p < 0.001 ? "<0.001" : fmt::format("{:.3f}", p); }

}  // namespace

std::string Explanation::level(ChoiceLayer layer, int notches) const {
  if (ensemble.model().start.levels(layer).top() != 4) return std::to_string(notches);
  return std::string(level_names(layer)[static_cast<std::size_t>(notches)]);
}

/// How likely what was done was, what else was likely, and what spoke for it.
std::string ExplainPage::grounds(const Reason& reason) const {
  const Decision& decision = reason.decision;
  if (decision.occasion == Occasion::commitment)
    return indented(fmt::format("as it was committed to by {}, with credibility {}",
                                told_.ensemble.roster().commitments[decision.by],
                                probability(decision.probability)));
  std::vector<std::string> parts;
  auto considerations = reason.considerations;
  std::stable_sort(considerations.begin(), considerations.end(), [](const auto& a, const auto& b) {
    return std::abs(a.utility) > std::abs(b.utility);
  });
  for (const auto& [name, utility] : considerations)
    if (std::abs(utility) >= 0.005) parts.push_back(fmt::format("{} {:+.2f}", name, utility));
  const auto proposed = decision.occasion == Occasion::vote ? "of being proposed " : "";
  return indented(fmt::format("probability {}{}; likeliest otherwise: {}, {}", proposed,
                              probability(decision.probability),
                              deed(told_, decision.layer, reason.runner_up),
                              probability(reason.runner_up_probability))) +
         indented(fmt::format("utility {:+.2f} = {}", reason.utility, fmt::join(parts, ", ")));
}

std::string ExplainPage::cause(const Cause& cause) const {
  const Decision& decision = cause.reason.decision;
  const auto date = to_text(told_.ensemble.calendar().date_at(decision.tick));
  const bool raised = decision.to > decision.from;
  const auto voted =
      decision.occasion == Occasion::vote
          ? fmt::format(" (by a vote of {})", told_.ensemble.roster().blocs[decision.by])
          : "";
  const auto deed_done = fmt::format(
      "{}{} {} {} {}: {} → {}", told_.actor(decision.actor), voted, raised ? "raised" : "lowered",
      decision.layer == ChoiceLayer::sanctions ? "sanctions on" : "support for",
      told_.actor(decision.target), told_.level(decision.layer, decision.from),
      told_.level(decision.layer, decision.to));
  return fmt::format("{}  {}\n", date, style_.accent(wrapped(deed_done, page_width, indent))) +
         grounds(cause.reason) +
         style_.dim(indented(fmt::format("enters by {}", fmt::join(cause.through, ", "))));
}

std::string ExplainPage::causes() const {
  std::string text =
      style_.bold(fmt::format("Decisions behind it, in replicate {}", told_.replicate)) + "\n";
  if (!told_.story.failure.empty()) text += line("This run failed: " + told_.story.failure + ".");
  std::vector<const Cause*> shown;
  for (const Cause& each : told_.story.causes) shown.push_back(&each);
  const auto before = [&](const Cause* a, const Cause* b) {
    const Dyad& dyad = told_.chart().dyads.front();
    return between_the_two(a->reason.decision, dyad) > between_the_two(b->reason.decision, dyad);
  };
  std::stable_sort(shown.begin(), shown.end(), before);
  const std::size_t others = shown.size() - std::min(shown.size(), most_causes);
  shown.resize(shown.size() - others);
  std::sort(shown.begin(), shown.end());  // they lie in one array, in the order of time
  for (const Cause* each : shown) text += cause(*each);
  if (shown.empty()) text += "No level that enters directly was moved.\n";
  if (others > 0) text += style_.dim(fmt::format("and {} others; --json tells all\n", others));
  return text;
}

}  // namespace entente

#include <fmt/format.h>

#include <algorithm>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {
namespace {

/// Whether some step of an actor could trigger a threat against it.
bool deters(const Subject& subject) {
  const auto& pledges = *subject.start().pledges;
  return std::any_of(pledges.begin(), pledges.end(), [](const Pledge& pledge) {
    return pledge.trigger && pledge.layer == ChoiceLayer::sanctions &&
           pledge.target == pledge.trigger->actor;
  });
}

std::string rule_of(const BlocEntry& bloc) {
  if (bloc.decision == BlocDecision::unanimity) return "all members";
  if (bloc.decision == BlocDecision::leader) return fmt::format("{} alone", plain(bloc.leader));
  return "at least 55 % of the members, holding at least 65 % of Σ m_gi c_i";
}

/// "0.7", or "0.731, of a resolve of 0".
std::string credibility_cell(const CommitmentEntry& entry, const CommitmentState& start) {
  if (!entry.resolve) return number(start.credibility);
  return fmt::format("{}, of a resolve of {}", rounded(start.credibility, 3),
                     number(*entry.resolve));
}

/// How credibility follows from resolve, where some commitment gives its resolve.
void resolves(const Subject& subject, Page& page) {
  const auto& all = subject.scenario.commitments;
  if (std::none_of(all.begin(), all.end(), [](const auto& each) { return each.resolve; })) return;
  page.paragraph(fmt::format(
      "Where a commitment gives its issuer's resolve, the log-odds of honouring it if nobody were "
      "watching, its credibility at the start is the probability that it is honoured when backing "
      "down costs credibility ({}; {}):",
      page.cite("Signorino 1999"), page.cite("Fearon 1997")));
  page.display({"p = 1 / (1 + exp(−(resolve + hand_tying · audience_cost)))"});
  page.table(parameter_table(subject, {"dynamics.commitments.hand_tying"}));
}

}  // namespace

std::string commitments_step() {
  return "**Commitments.** All conditions are read; then each that has come true is called in, in "
         "the order of the table of commitments, and honoured or not. What one response changes, "
         "the others see in the next tick.";
}

void pledges(const Subject& subject, Page& page) {
  if (subject.scenario.commitments.empty()) return;
  page.subsection("Commitments");
  PageTable table{{"commitment", "by", "when", "then", "credibility p", "until", "basis", "note"},
                  {}};
  for (std::size_t k = 0; k < subject.scenario.commitments.size(); ++k) {
    const CommitmentEntry& each = subject.scenario.commitments[k];
    table.rows.push_back({code(each.id), code(each.by), plain(each.when), plain(each.then),
                          credibility_cell(each, subject.start().commitments[k]),
                          each.until ? to_text(*each.until) : "",
                          each.basis.empty() ? "none given" : plain(each.basis), plain(each.note)});
  }
  page.table(table);
}

void commitments(const Subject& subject, Page& page) {
  if (subject.scenario.commitments.empty()) return;
  page.subsection("Commitments");
  page.paragraph(fmt::format(
      "A commitment is public and conditional ({}). When its condition comes true, or holds at the "
      "start, its issuer honours it with probability p: the level is set at once, and C = 1 for "
      "that "
      "dyad (−1 where the response lowered the level) while the condition holds, which sustains "
      "the "
      "response through the effect `commitment`. Otherwise it reneges, and p of all its standing "
      "commitments is multiplied by 1 − audience_cost. Each is called in once at most, and expires "
      "after its last day.",
      page.cite("Fearon 1994")));
  page.table(parameter_table(subject, {"dynamics.commitments.audience_cost"}));
  resolves(subject, page);
  if (!deters(subject) || !subject.chooses()) return;
  page.paragraph(fmt::format(
      "A standing threat deters before the fact ({}): the one step that would trigger it loses "
      "what the threat is expected to cost the actor. It is no part of q, nor of a.",
      page.cite("Schelling 1966")));
  page.display({std::string(Deterrence::equation)});
  page.table(
      parameter_table(subject, {"dynamics.sanctions.deterrence", "dynamics.support.deterrence"}));
}

void votes(const Subject& subject, Page& page) {
  if (!subject.votes() || !subject.chooses(ChoiceLayer::sanctions)) return;
  page.subsection("Blocs that vote");
  page.paragraph(
      "Sanctions are the competence of these blocs and not of their members, who hold one common "
      "level toward each target and none on each other. A bloc has the opportunities of one actor. "
      "It proposes an alternative, drawn as above with the capability-weighted mean of its "
      "members' "
      "utilities; a bloc of several members puts it to the vote, in which each votes yes with the "
      "following probability, u_i being its own utility of the proposal:");
  page.display({"P(yes) = 1 / (1 + exp(−(u_i + θ_change)))"});
  PageTable table{{"bloc", "passes with the votes of"}, {}};
  for (const auto& bloc : subject.scenario.blocs)
    if (bloc.decision != BlocDecision::none) table.rows.push_back({code(bloc.id), rule_of(bloc)});
  page.table(table);
}

}  // namespace entente::odd

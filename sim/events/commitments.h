#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "sim/core/decision.h"
#include "sim/core/draws.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Threats and promises, public and conditional (the model page, section 6).
///
/// Source: Fearon, American Political Science Review 88 (1994) 577.
struct CommitmentDynamics {
  double audience_cost = 0.25;
  double hand_tying = 4.0;

  static constexpr auto parameters() {
    using Self = CommitmentDynamics;
    return std::tuple{
        Parameter{&Self::audience_cost, "audience_cost", "", between(0, 1),
                  "the share of the credibility of its other commitments that an actor loses when "
                  "it does not honour one"},
        Parameter{&Self::hand_tying, "hand_tying", "", at_least(0),
                  "θ_h: how much the loss of all credibility would add to the log-odds that an "
                  "issuer honours a commitment that gives its resolve"}};
  }

  /// The credibility of a commitment whose issuer has this resolve: the probability that it is
  /// honoured, in a quantal-response equilibrium of the game in which its audience watches,
  ///
  ///   p = 1 / (1 + exp(−(resolve + hand_tying · audience_cost)))
  ///
  /// resolve: the log-odds of honouring it if nobody were watching, which is what honouring is
  /// worth to the issuer over backing down.
  ///
  /// Source: Signorino, American Political Science Review 93 (1999) 279; Fearon, Journal of
  /// Conflict Resolution 41 (1997) 68, on tying hands.
  double credibility_of(double resolve) const;
};

/// The end of a commitment, or that it stood when the run ended.
struct CommitmentEnd {
  std::int64_t tick = 0;
  Index commitment = 0;
  Outcome outcome = Outcome::standing;
  double credibility = 0.0;  ///< p when it ended
};

/// The tests of one tick. `holds[k]` says whether the condition of commitment k holds now; one that
/// did not hold when last tested is called in, in file order:
///
///   honoured with probability p: the response's level is set, and C is due while the condition
///   holds reneged otherwise: p of all standing commitments of the issuer falls to (1 −
///   audience_cost) p
///
/// A commitment whose last tick is past expires. Appends levels that moved and what ended.
void test_commitments(const std::vector<bool>& holds, World& world,
                      const CommitmentDynamics& dynamics, const Draws& draws,
                      std::vector<Decision>& decisions, std::vector<CommitmentEnd>& ended);

/// What still stands in a world, as ends of its run.
std::vector<CommitmentEnd> standing_commitments(const World& world);

}  // namespace entente

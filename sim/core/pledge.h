#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/core/levels.h"
#include "sim/core/types.h"

namespace entente {

/// How a test compares a number with its bound.
enum class Relation { at_least, at_most, above, below, equal, unequal };
constexpr std::array<std::string_view, 6> names_of(Relation) {
  return {">=", "<=", ">", "<", "==", "!="};
}

/// A test of one number: ">= 3".
struct Test {
  Relation relation = Relation::at_least;
  double bound = 0.0;

  bool operator()(double x) const;
};

/// How a commitment ends, or that it has not ended.
enum class Outcome { standing, honoured, reneged, expired };
constexpr std::array<std::string_view, 4> names_of(Outcome) {
  return {"standing", "honoured", "reneged", "expired"};
}

/// What everybody knows of a commitment: what its issuer will do, until when, and whose step would
/// bring that about (the model page, section 6).
struct Pledge {
  /// One level of one actor, whose move can make the condition come true.
  struct Trigger {
    ChoiceLayer layer = ChoiceLayer::support;
    Index actor = 0;
    Index target = 0;
    Test test;
  };

  Index by = 0;                                ///< the issuer
  ChoiceLayer layer = ChoiceLayer::sanctions;  ///< the response: the issuer's level in this layer …
  Index target = 0;                            ///< … toward this actor …
  int level = 0;                               ///< … becomes this
  std::int64_t last_tick = 0;                  ///< the last in which it can be called in
  std::uint32_t stream = 0;                    ///< index of its stream of draws
  std::optional<Trigger> trigger = {};         ///< none where the condition is on anything else
};

/// Where a commitment stands in a run.
struct CommitmentState {
  double credibility = 1.0;  ///< p: how likely the issuer is to honour it, in [0, 1]
  Outcome outcome = Outcome::standing;
  bool held = false;  ///< whether the condition held when it was last tested
  double direction =
      0.0;  ///< 1 where an honoured response raised the level, −1 where it lowered it

  /// C: the direction of the response while it is due.
  double sustains() const { return outcome == Outcome::honoured && held ? direction : 0.0; }
  bool operator==(const CommitmentState&) const = default;
};

}  // namespace entente

#pragma once

#include <tuple>

#include "sim/alignment/catalogue.h"
#include "sim/alignment/fused.h"

namespace entente {

/// All parameters of alignment: the mechanisms, the noise, and how affinity is read and jolted.
struct AlignmentDynamics {
  Mechanisms mechanisms;
  Noise noise;
  double jump = 0.3;
  double echo = 0.6;
  Link link = Link::tanh;
  Baseline baseline = Baseline::benchmark;
  bool self_ties = false;

  static constexpr auto parameters() {
    using Self = AlignmentDynamics;
    return std::tuple{
        Parameter{&Self::jump, "jump", "", at_least(0),
                  "ξ: how far an interaction of Goldstein score 10 moves the actor's affinity"},
        Parameter{&Self::echo, "echo", "", at_least(0),
                  "the share of an interaction's jump that the other side returns"},
        Parameter{&Self::link, "link", "", any_real(),
                  "how affinity gives alignment: A = tanh Z, or A = Z"},
        Parameter{&Self::baseline, "baseline", "", any_real(),
                  "what affinity reverts to: what keeps the start at rest, or the start itself"},
        Parameter{&Self::self_ties, "self_ties", "", any_real(),
                  "keep the diagonal (identity link only); balance is then B = βA"}};
  }
};

/// Whether a mechanism's contribution changes only when an event changes the world or a parameter.
/// Such a mechanism says `standing = true`, and adds to the forcing alone.
template <class Mechanism>
inline constexpr bool is_standing = requires {
  requires Mechanism::standing;
};

/// Adds the drift of the actors in rows i from every mechanism that is on (rate ≠ 0) and that
/// `included(mechanism)` picks.
template <class Included>
void contribute_if(const Mechanisms& mechanisms, const World& world, Rows i, Drift& drift,
                   Included included) {
  for_each(mechanisms, [&](const auto& mechanism) {
    if (included(mechanism) && mechanism.rate != 0.0) mechanism.contribute(world, i, drift);
  });
}

/// The same, from all that are on.
inline void contribute(const Mechanisms& mechanisms, const World& world, Rows i, Drift& drift) {
  contribute_if(mechanisms, world, i, drift, [](const auto&) { return true; });
}

/// What the standing mechanisms contribute: the same from one event to the next.
inline void contribute_standing(const Mechanisms& mechanisms, const World& world, Rows i,
                                Drift& drift) {
  contribute_if(mechanisms, world, i, drift, []<class M>(const M&) { return is_standing<M>; });
}

/// Begins rows i of a drift from what the standing mechanisms contribute, and adds what the others
/// do: different every tick.
inline void contribute_moving(const Mechanisms& mechanisms, const World& world, Rows i,
                              const Drift& standing, Drift& drift) {
  const bool fused = Fused::applies(mechanisms, world);
  if (fused) {
    Fused::begin(mechanisms, world, i, standing, drift);
  } else {
    drift.begin(i, standing);
  }
  contribute_if(mechanisms, world, i, drift,
                [&]<class M>(const M&) { return !is_standing<M> && !(fused && is_fused<M>); });
}

}  // namespace entente

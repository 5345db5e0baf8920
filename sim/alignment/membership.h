#pragma once

#include <tuple>

#include "sim/core/drift.h"
#include "sim/core/parameter.h"
#include "sim/core/world.h"

namespace entente {

/// Membership: those who sit in the same organisations draw closer.
///
///   F += ν Σ_g η_g m_gi m_gj        m: G×N membership weights, η: G cohesion; ν per year
///
/// Source: Russett & Oneal, Triangulating Peace (2001).
struct Membership {
  static constexpr std::string_view name = "membership";
  static constexpr std::string_view equation = "F += ν Σ_g η_g m_gi m_gj";
  static constexpr std::string_view source = "Russett & Oneal 2001";
  static constexpr bool standing = true;
  double rate = 0.1;

  static constexpr auto parameters() {
    return std::tuple{
        Parameter{&Membership::rate, "rate", "1/yr", at_least(0),
                  "how fast full co-membership in a bloc of cohesion 1 raises alignment"}};
  }

  void contribute(const World& world, Rows i, Drift& drift) const {
    drift.forcing(i) += rate * rows(world.co_membership(), i);
  }
};

}  // namespace entente

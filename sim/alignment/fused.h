#pragma once

#include <type_traits>

#include "sim/alignment/catalogue.h"

namespace entente {

/// The mechanisms that say something of every dyad, inertia, balance, reciprocity, influence and
/// dependence, in one pass over the matrices that they read: the same sums in the same order, to
/// the bit, as by their `contribute` one after the other, in half the time. They head the
/// catalogue.
struct Fused {
  /// Whether all of them are on, and balance counts third parties by capability.
  static bool applies(const Mechanisms& mechanisms, const World& world) {
    const Balance& balance = std::get<Balance>(mechanisms);
    return std::get<Inertia>(mechanisms).rate != 0.0 && balance.rate != 0.0 &&
           std::get<Reciprocity>(mechanisms).rate != 0.0 &&
           std::get<Influence>(mechanisms).rate != 0.0 &&
           std::get<Dependence>(mechanisms).rate != 0.0 &&
           balance.weighting == Weighting::capability && !world.self_ties;
  }

  /// Begins rows i of the drift from what is standing and adds all five.
  static void begin(const Mechanisms& mechanisms, const World& world, Rows i, const Drift& standing,
                    Drift& drift) {
    const double kappa = std::get<Inertia>(mechanisms).rate;
    const double beta = std::get<Balance>(mechanisms).rate;
    const double rho = std::get<Reciprocity>(mechanisms).rate;
    const double phi = std::get<Influence>(mechanisms).rate;
    const double delta = std::get<Dependence>(mechanisms).rate;
    // F holds Aᵀ until it is F: reading a column entry by entry would undo what one pass gains.
    transpose(transposed_rows(world.alignment, i), drift.forcing(i));
    for (Index row = i.first; row < i.first + i.count; ++row) {
      const auto z = world.affinity.row(row).array();
      const auto structural = world.benchmark->affinity.row(row).array();
      const auto a = world.alignment.row(row).array();
      const auto d = world.dependence.row(row).array();
      const auto f = standing.total(row).array();
      const double partners = d.sum();
      auto forcing = drift.forcing({row, 1}).array();
      drift.op({row, 1}).array() = beta * a * world.share.array() + phi * d;
      forcing =
          f - kappa * (z - structural) + rho * (forcing - a) - phi * (partners - d) * a + delta * d;
    }
  }

 private:
  /// `into` = `from`, whose columns are contiguous, by squares that fit the registers.
  template <class From, class Into>
  static void transpose(const From& from, Into into) {
    constexpr Index side = 4;
    const Index down = into.rows() / side * side, across = into.cols() / side * side;
    for (Index i = 0; i < down; i += side)
      for (Index j = 0; j < across; j += side)
        into.template block<side, side>(i, j) = from.template block<side, side>(i, j);
    into.bottomRows(into.rows() - down) = from.bottomRows(into.rows() - down);
    into.topRightCorner(down, into.cols() - across) =
        from.topRightCorner(down, into.cols() - across);
  }
};

static_assert(std::is_same_v<std::tuple_element_t<0, Mechanisms>, Inertia> &&
              std::is_same_v<std::tuple_element_t<1, Mechanisms>, Balance> &&
              std::is_same_v<std::tuple_element_t<2, Mechanisms>, Reciprocity> &&
              std::is_same_v<std::tuple_element_t<3, Mechanisms>, Influence> &&
              std::is_same_v<std::tuple_element_t<4, Mechanisms>, Dependence>);

/// Whether a mechanism is one of them.
template <class Mechanism>
inline constexpr bool is_fused =
    std::is_same_v<Mechanism, Inertia> || std::is_same_v<Mechanism, Balance> ||
    std::is_same_v<Mechanism, Reciprocity> || std::is_same_v<Mechanism, Influence> ||
    std::is_same_v<Mechanism, Dependence>;

}  // namespace entente

#pragma once

#include <tuple>

#include "sim/alignment/agreement.h"
#include "sim/alignment/balance.h"
#include "sim/alignment/conflict.h"
#include "sim/alignment/dependence.h"
#include "sim/alignment/grievance.h"
#include "sim/alignment/inertia.h"
#include "sim/alignment/influence.h"
#include "sim/alignment/membership.h"
#include "sim/alignment/noise.h"
#include "sim/alignment/pacts.h"
#include "sim/alignment/reciprocity.h"
#include "sim/alignment/recognition.h"

namespace entente {

/// Every mechanism of alignment, in the order in which their contributions are summed. Inertia is
/// first: the benchmark baseline is what balances all the others.
using Mechanisms = std::tuple<Inertia, Balance, Reciprocity, Influence, Dependence, Grievance,
                              Pacts, Membership, Agreement, ConflictSides, Recognition>;

/// Calls `f(mechanism)` on each in turn.
template <class Tuple, class F>
constexpr void for_each(Tuple&& tuple, F&& f) {
  std::apply([&](auto&&... each) { (f(each), ...); }, std::forward<Tuple>(tuple));
}

}  // namespace entente

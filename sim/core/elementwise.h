#pragma once

#include "sim/core/types.h"

namespace entente {

/// tanh of every entry in place: −m / (2 + m) with m = exp(−2|z|) − 1, and the sign of z. Exactly
/// odd, and within 4·10⁻¹⁶ of the true value, relatively.
///
/// Written so that compilers vectorise it: the C library's tanh would take most of a tick. Only
/// IEEE operations and explicit fused multiply-adds, so that an entry has the same bits in a vector
/// register, outside one, and under every compiler.
void tanh_in_place(Eigen::Ref<RowVector> z);

/// exp of every entry in place, likewise; arguments beyond ±708 count as ±708.
void exp_in_place(Eigen::Ref<RowVector> x);

}  // namespace entente

#pragma once

#include "sim/core/types.h"

namespace entente {

/// tanh of every entry, in one vectorised pass: sign(z) (1 − e) / (1 + e) with e = exp(−2|z|).
/// Exactly odd, exactly ±1 only where |z| > 18, and within 2·10⁻¹⁶ of the true value.
///
/// Eigen vectorises exp but not double tanh. A last few entries that do not fill a vector register
/// are computed in one too, so that an entry's value does not depend on where it stands.
void tanh_of(const Matrix& z, Matrix& result);

/// exp of every entry in place, likewise.
void exp_in_place(Matrix& x);

}  // namespace entente

#include "analysis/metrics/observation.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

/// 2^k with 2^k x in [1, 2); 1 for x = 0. Never more than 2¹⁰⁰⁰, which would overflow.
double to_unit_size(double x) {
  return x > 0.0 ? std::ldexp(1.0, std::min(-std::ilogb(x), 1000)) : 1.0;
}

}  // namespace

const Matrix& Observation::mutual() const {
  if (!mutual_) mutual_ = symmetrised(world().alignment);
  return *mutual_;
}

const Matrix& Observation::ties() const {
  if (!ties_) {
    const double largest = actors() > 0 ? mutual().cwiseAbs().maxCoeff() : 0.0;
    ties_ = to_unit_size(largest) * mutual();
  }
  return *ties_;
}

const Eigenpair& Observation::leading() const {
  if (!leading_) leading_ = leading_eigenpair(ties());
  return *leading_;
}

}  // namespace entente

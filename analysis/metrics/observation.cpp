#include "analysis/metrics/observation.h"

namespace entente {

const Matrix& Observation::mutual() const {
  if (!mutual_) mutual_ = symmetrised(world().alignment);
  return *mutual_;
}

const Matrix& Observation::ties() const {
  if (!scale_) scale_ = safe_scale(mutual());
  if (*scale_ == 1.0) return mutual();
  if (!ties_) ties_ = *scale_ * mutual();
  return *ties_;
}

const Eigenpair& Observation::leading() const {
  if (!leading_) leading_ = leading_eigenpair(ties());
  return *leading_;
}

}  // namespace entente

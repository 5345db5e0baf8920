#include "analysis/metrics/camps.h"

#include "analysis/metrics/spectrum.h"

namespace entente {

Vector camps_of(const Vector& leading) {
  const Index n = leading.size();
  if (n == 0) return leading;
  const double neither = 1e-12 * leading.cwiseAbs().maxCoeff();
  const double sign = leading(0) < -neither ? -1.0 : 1.0;
  Vector camp(n);
  for (Index i = 0; i < n; ++i) camp(i) = sign * leading(i) < -neither ? -1.0 : 1.0;
  return camp;
}

std::vector<int> camps(const Matrix& alignment) {
  const Matrix mutual = symmetrised(alignment);
  const Vector camp = camps_of(leading_eigenpair(safe_scale(mutual) * mutual).vector);
  std::vector<int> result;
  for (const double side : camp) result.push_back(side > 0.0 ? 1 : -1);
  return result;
}

}  // namespace entente

#include "analysis/metrics/triads.h"

#include <algorithm>

namespace entente {
namespace {

/// tr T³ of a symmetric T.
double trace_of_cube(const Matrix& ties) {
  Matrix square(ties.rows(), ties.cols());
  square.noalias() = ties * ties;
  return square.cwiseProduct(ties).sum();
}

}  // namespace

double balanced_share(const Matrix& ties) {
  const double all = trace_of_cube(ties.cwiseAbs());
  return all > 0.0 ? std::clamp(0.5 * (1.0 + trace_of_cube(ties) / all), 0.0, 1.0) : 1.0;
}

}  // namespace entente

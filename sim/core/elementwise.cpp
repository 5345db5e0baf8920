#include "sim/core/elementwise.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr Index lanes = 8;
using Lanes = Eigen::Array<double, lanes, 1>;

/// Applies `f` to eight entries at a time, the last ones padded with zeros.
template <class F>
void in_lanes(const double* from, double* to, Index size, F f) {
  Index i = 0;
  for (; i + lanes <= size; i += lanes)
    Eigen::Map<Lanes>(to + i) = f(Eigen::Map<const Lanes>(from + i));
  if (i == size) return;
  Lanes rest = Lanes::Zero();
  std::copy(from + i, from + size, rest.data());
  const Lanes done = f(Eigen::Map<const Lanes>(rest.data()));
  std::copy(done.data(), done.data() + (size - i), to + i);
}

}  // namespace

void tanh_of(const Matrix& z, Matrix& result) {
  result.resizeLike(z);
  in_lanes(z.data(), result.data(), z.size(), [](const auto& x) {
    const Lanes e = (-2.0 * x.abs()).exp();
    const Lanes size = (1.0 - e) / (1.0 + e);
    return Lanes((x < 0.0).select(-size, size));
  });
}

void exp_in_place(Matrix& x) {
  in_lanes(x.data(), x.data(), x.size(), [](const auto& v) { return Lanes(v.exp()); });
}

}  // namespace entente

#include "sim/core/elementwise.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace entente {
namespace {

/// exp x = scale · (1 + rest), with scale a power of two and |rest| < 0.42.
struct Exponential {
  double scale;
  double rest;
};

/// For |x| ≤ 708.
inline Exponential exponential(double x) {
  constexpr double log2_e = 1.4426950408889634074, ln2_high = 0.693147180369123816490,
                   ln2_low = 1.90821492927058770002e-10;
  // Adding 1.5 · 2^52 rounds to a whole number and leaves it in the low bits.
  constexpr double rounder = 6755399441055744.0;
  const double shifted = std::fma(x, log2_e, rounder);
  const double n = shifted - rounder;
  const double r = std::fma(n, -ln2_low, std::fma(n, -ln2_high, x));
  // exp r − 1 = r + r² (1/2! + r/3! + … + r¹¹/13!), |r| ≤ ln 2 / 2: the next term is below 10⁻¹⁷.
  // Summed in pairs (Estrin), so that the additions do not wait for each other.
  const double r2 = r * r, r4 = r2 * r2;
  const double a = std::fma(std::fma(1.0 / 120, r, 1.0 / 24), r2, std::fma(1.0 / 6, r, 0.5));
  const double b =
      std::fma(std::fma(1.0 / 362880, r, 1.0 / 40320), r2, std::fma(1.0 / 5040, r, 1.0 / 720));
  const double c = std::fma(std::fma(1.0 / 6227020800.0, r, 1.0 / 479001600), r2,
                            std::fma(1.0 / 39916800, r, 1.0 / 3628800));
  const double p = std::fma(std::fma(std::fma(c, r4, b), r4, a), r2, r);
  const auto exponent = (std::bit_cast<std::uint64_t>(shifted) + 1023U) << 52U;
  return {std::bit_cast<double>(exponent), p};
}

}  // namespace

void tanh_in_place(Eigen::Ref<RowVector> z) {
  double* at = z.data();
  for (Index i = 0; i < z.size(); ++i) {
    const double x = -2.0 * std::abs(at[i]);
    const auto [scale, rest] = exponential(x < -708.0 ? -708.0 : x);
    const double m = std::fma(scale, rest, scale - 1.0);
    at[i] = std::copysign(m / (2.0 + m), at[i]);
  }
}

void exp_in_place(Eigen::Ref<RowVector> x) {
  double* at = x.data();
  for (Index i = 0; i < x.size(); ++i) {
    const double low = at[i] < -708.0 ? -708.0 : at[i];
    const auto [scale, rest] = exponential(low > 708.0 ? 708.0 : low);
    at[i] = std::fma(scale, rest, scale);
  }
}

}  // namespace entente

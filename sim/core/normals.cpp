#include "sim/core/normals.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace entente {
namespace {

constexpr std::uint64_t exponent_of_2_52 = 0x4330000000000000U;

/// A whole number below 2⁵² as a double.
inline double whole(std::uint64_t number) {
  return std::bit_cast<double>(number | exponent_of_2_52) - 0x1p52;
}

/// a + z (b + z (c + …)).
inline double polynomial(double, double a) { return a; }
template <class... Rest>
inline double polynomial(double z, double a, Rest... rest) {
  return std::fma(z, polynomial(z, rest...), a);
}

/// ln u for u in [2⁻⁶⁰, 1): the exponent apart, ln m = 2 atanh s with s = (m − 1) / (m + 1) and m
/// in [√½, √2).
inline double log_of(double u) {
  constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdU, bias = std::uint64_t{64} << 52U;
  const auto bits = std::bit_cast<std::uint64_t>(u);
  const std::uint64_t shifted = (bits - root_half + bias) >> 52U;
  const double exponent = whole(shifted) - 64.0;
  const double m = std::bit_cast<double>(bits - (shifted << 52U) + bias);
  const double s = (m - 1.0) / (m + 1.0), z = s * s;
  const double p = polynomial(z, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15,
                              2.0 / 17, 2.0 / 19, 2.0 / 21);
  return std::fma(exponent, 0.69314718055994530942, std::fma(p * z, s, 2.0 * s));
}

struct Direction {
  double cosine, sine;
};

/// cos 2πf and sin 2πf for f in [0, 1): by quarter turns, and series on the rest r, |r| ≤ π/4.
inline Direction direction_of(double f) {
  constexpr double rounder = 6755399441055744.0;  // 1.5 · 2⁵²: adding it rounds to a whole number
  const double shifted = std::fma(f, 4.0, rounder);
  const double r = std::fma(f, 4.0, -(shifted - rounder)) * 1.57079632679489661923;
  const double z = r * r;
  const double s = std::fma(polynomial(z, -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880,
                                       -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000) *
                                z,
                            r, r);
  const double c = polynomial(z, 1.0, -0.5, 1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800,
                              1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000);
  const auto quarter = std::bit_cast<std::uint64_t>(shifted);
  const auto turned = [](double x, std::uint64_t half) {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) ^ ((half & 2U) << 62U));
  };
  const bool odd = (quarter & 1U) != 0;
  return {turned(odd ? s : c, quarter + 1U), turned(odd ? c : s, quarter)};
}

}  // namespace

void Normals::refill() {
  const auto& drawn = stream_.next();
  for (std::size_t k = 0; k < numbers; ++k) {
    const double u1 = (whole(drawn[k] & 0xffffffffU) + 0.5) * 0x1p-32;
    const double u2 = whole(drawn[k] >> 32U) * 0x1p-32;
    const double radius = std::sqrt(-2.0 * log_of(u1));
    const auto [cosine, sine] = direction_of(u2);
    draws_[k] = radius * cosine;
    draws_[k + numbers] = radius * sine;
  }
  next_ = 0;
}

void Normals::add_to(double* values, Index count, double scale) {
  for (auto left = static_cast<std::size_t>(count); left > 0;) {
    if (next_ == draws_.size()) refill();
    const std::size_t some = std::min(left, draws_.size() - next_);
    for (std::size_t k = 0; k < some; ++k) values[k] += scale * draws_[next_ + k];
    values += some;
    next_ += some;
    left -= some;
  }
}

}  // namespace entente

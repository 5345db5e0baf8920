#pragma once

#include <array>
#include <limits>
#include <string_view>

namespace entente {

/// The families of priors.
enum class PriorType { uniform, log_uniform, normal, lognormal };
constexpr std::array<std::string_view, 4> names_of(PriorType) {
  return {"uniform", "log-uniform", "normal", "lognormal"};
}

/// What is believed of a parameter before the data: a distribution, flat or normal, of the
/// parameter itself or of its logarithm, between two bounds.
///
/// A calibration moves in the parameter's coordinate z: the value x, or ln x of the logarithmic
/// families. Densities are per unit of z.
class Prior {
 public:
  static constexpr double infinite = std::numeric_limits<double>::infinity();

  /// low < high.
  static Prior uniform(double low, double high);
  /// Flat in ln x; 0 < low < high.
  static Prior log_uniform(double low, double high);
  /// N(mean, sd²) given low ≤ x ≤ high; sd > 0.
  static Prior normal(double mean, double sd, double low = -infinite, double high = infinite);
  /// ln x ~ N(mean, sd²) given low ≤ x ≤ high; sd > 0, low ≥ 0.
  static Prior lognormal(double mean, double sd, double low = 0.0, double high = infinite);

  /// The value at a coordinate, and the coordinate of a value.
  double value(double z) const;
  double coordinate(double x) const;

  /// ln p(z); −∞ outside the bounds.
  double log_density(double z) const;
  /// P(Z ≤ z).
  double cumulative(double z) const;
  /// The coordinate that a share u of the distribution lies below; 0 < u < 1. A draw, if u is a
  /// uniform number.
  double quantile(double u) const;

  /// The least and the greatest value; infinite where there is none.
  double low() const { return value(low_); }
  double high() const { return value(high_); }
  /// Which share of the normal distribution its bounds leave; 1 of the flat families.
  double kept() const { return kept_; }

 private:
  enum class Shape { flat, normal };
  Prior(Shape shape, bool logarithmic, double mean, double sd, double low, double high);

  double standardized(double z) const { return sign_ * (z - mean_) / sd_; }

  Shape shape_;
  bool logarithmic_;
  double mean_, sd_;
  double low_, high_;   ///< coordinates
  double sign_ = 1.0;   ///< −1 where the upper tail is kept: it is measured from below
  double first_ = 0.0;  ///< of the whole normal distribution below the bounds (seen by sign)
  double kept_ = 1.0;   ///< within them
};

}  // namespace entente

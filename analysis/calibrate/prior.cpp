#include "analysis/calibrate/prior.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numbers>

#include "sim/core/error.h"

namespace entente {
namespace {

const boost::math::normal standard_normal;

double normal_share_below(double y) {
  if (std::isinf(y)) return y < 0 ? 0.0 : 1.0;
  return boost::math::cdf(standard_normal, y);
}

}  // namespace

Prior::Prior(Shape shape, bool logarithmic, double mean, double sd, double low, double high)
    : shape_(shape), logarithmic_(logarithmic), mean_(mean), sd_(sd), low_(low), high_(high) {
  expects(low < high, "a prior's low bound below its high bound");
  if (shape == Shape::flat) return;
  expects(sd > 0, "a prior's standard deviation above 0");
  if (low > mean) sign_ = -1.0;
  const double a = normal_share_below(standardized(low)),
               b = normal_share_below(standardized(high));
  first_ = std::min(a, b);
  kept_ = std::max(a, b) - first_;
}

Prior Prior::uniform(double low, double high) { return {Shape::flat, false, 0.0, 1.0, low, high}; }

Prior Prior::log_uniform(double low, double high) {
  expects(low > 0, "a logarithmic prior's bounds above 0");
  return {Shape::flat, true, 0.0, 1.0, std::log(low), std::log(high)};
}

Prior Prior::normal(double mean, double sd, double low, double high) {
  return {Shape::normal, false, mean, sd, low, high};
}

Prior Prior::lognormal(double mean, double sd, double low, double high) {
  return {Shape::normal, true, mean, sd, std::log(low), std::log(high)};
}

double Prior::value(double z) const { return logarithmic_ ? std::exp(z) : z; }

double Prior::coordinate(double x) const { return logarithmic_ ? std::log(x) : x; }

double Prior::log_density(double z) const {
  if (!(z >= low_ && z <= high_)) return -infinite;
  if (shape_ == Shape::flat) return -std::log(high_ - low_);
  const double y = standardized(z);
  return -0.5 * y * y - std::log(sd_ * kept_) - 0.5 * std::log(2.0 * std::numbers::pi);
}

double Prior::cumulative(double z) const {
  if (z <= low_) return 0.0;
  if (z >= high_) return 1.0;
  if (shape_ == Shape::flat) return (z - low_) / (high_ - low_);
  const double share = (normal_share_below(standardized(z)) - first_) / kept_;
  return sign_ > 0 ? share : 1.0 - share;
}

double Prior::quantile(double u) const {
  if (shape_ == Shape::flat) return std::clamp(low_ + u * (high_ - low_), low_, high_);
  const double share = first_ + kept_ * (sign_ > 0 ? u : 1.0 - u);
  if (share <= 0.0) return sign_ > 0 ? low_ : high_;
  if (share >= 1.0) return sign_ > 0 ? high_ : low_;
  const double z = mean_ + sign_ * sd_ * boost::math::quantile(standard_normal, share);
  return std::clamp(z, low_, high_);
}

}  // namespace entente

#include "tests/scenes/statistics.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numeric>

namespace entente::scenes {
namespace {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::size_t affordable(std::size_t wanted) {
#ifdef NDEBUG
  return wanted;
#else
  return std::max<std::size_t>(wanted / 10, 1);
#endif
}

Sample::Sample(const std::vector<double>& values) : mean(mean_of(values)) {
  double third = 0.0, fourth = 0.0;
  for (const double value : values) {
    const double d = value - mean;
    variance += d * d;
    third += d * d * d;
    fourth += d * d * d * d;
  }
  const auto n = static_cast<double>(values.size());
  variance /= n;
  skewness = third / n / std::pow(variance, 1.5);
  kurtosis = fourth / n / (variance * variance);
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const Sample of_x(x), of_y(y);
  double product = 0.0;
  for (std::size_t k = 0; k < x.size(); ++k) product += (x[k] - of_x.mean) * (y[k] - of_y.mean);
  return product / static_cast<double>(x.size()) / std::sqrt(of_x.variance * of_y.variance);
}

double chi_squared_p(const std::vector<double>& counts, const std::vector<double>& probability) {
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  double statistic = 0.0;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    const double expected = total * probability[c];
    statistic += (counts[c] - expected) * (counts[c] - expected) / expected;
  }
  const boost::math::chi_squared_distribution<double> law(static_cast<double>(counts.size() - 1));
  return boost::math::cdf(boost::math::complement(law, statistic));
}

double normal_ks_p(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double farthest = 0.0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const double law = 0.5 * std::erfc(-values[k] / std::sqrt(2.0));
    const auto below = static_cast<double>(k);
    farthest = std::max({farthest, law - below / n, (below + 1.0) / n - law});
  }
  const double scaled = farthest * std::sqrt(n);
  double p = 0.0;
  for (int k = 1; k <= 100; ++k)
    p += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * scaled * scaled);
  return std::clamp(p, 0.0, 1.0);
}

}  // namespace entente::scenes

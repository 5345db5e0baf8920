#include "analysis/sensitivity/bootstrap.h"

#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <limits>

#include "analysis/ensemble/summary.h"

namespace entente {
RowVector times_drawn(Index blocks, const Draws& draws, Index resample) {
  auto stream = draws.stream(Purpose::resampling, resample, 0);
  const boost::random::uniform_int_distribution<Index> any(0, blocks - 1);
  RowVector times = RowVector::Zero(blocks);
  for (Index k = 0; k < blocks; ++k) times(any(stream)) += 1.0;
  return times;
}

namespace {

/// The means of the terms over blocks drawn again.
RowVector means_again(const Matrix& terms, const Draws& draws, Index resample) {
  return times_drawn(terms.rows(), draws, resample) * terms / static_cast<double>(terms.rows());
}

}  // namespace

std::vector<Estimate> bootstrapped(const Matrix& terms, const FromMeans& numbers,
                                   const Draws& draws) {
  constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
  const bool any = terms.rows() > 0, several = terms.rows() > 1;
  std::vector<Estimate> estimates;
  for (const double value : numbers(any ? RowVector(terms.colwise().mean())
                                        : RowVector::Constant(terms.cols(), not_a_number)))
    estimates.push_back({value, not_a_number, not_a_number});
  std::vector<std::vector<double>> again(estimates.size());
  for (Index r = 0; several && r < block_resamples; ++r) {
    const auto found = numbers(means_again(terms, draws, r));
    for (std::size_t n = 0; n < found.size(); ++n)
      if (std::isfinite(found[n])) again[n].push_back(found[n]);
  }
  for (std::size_t n = 0; n < estimates.size(); ++n) {
    if (!std::isfinite(estimates[n].value)) continue;
    estimates[n].low = quantile(again[n], 0.025);
    estimates[n].high = quantile(again[n], 0.975);
  }
  return estimates;
}

}  // namespace entente

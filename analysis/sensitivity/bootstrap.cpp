#include "analysis/sensitivity/bootstrap.h"

#include <boost/random/uniform_int_distribution.hpp>

#include "analysis/ensemble/summary.h"

namespace entente {
namespace {

/// How often each row is drawn in one resample.
Vector resampled_rows(Index rows, const Draws& draws, Index number) {
  Vector times = Vector::Zero(rows);
  auto stream = draws.stream(Purpose::resampling, number, 0);
  const boost::random::uniform_int_distribution<Index> any(0, rows - 1);
  for (Index k = 0; k < rows; ++k) times(any(stream)) += 1.0;
  return times;
}

}  // namespace

std::vector<Estimate> bootstrap(
    Index rows, const std::function<std::vector<double>(const Vector& times)>& statistics,
    const Draws& draws) {
  const auto found = statistics(Vector::Ones(rows));
  std::vector<std::vector<double>> resampled(found.size());
  for (Index r = 0; r < bootstrap_resamples; ++r) {
    const auto again = statistics(resampled_rows(rows, draws, r));
    for (std::size_t s = 0; s < found.size(); ++s) resampled[s].push_back(again[s]);
  }
  std::vector<Estimate> estimates;
  for (std::size_t s = 0; s < found.size(); ++s)
    estimates.push_back({found[s], quantile(resampled[s], 0.025), quantile(resampled[s], 0.975)});
  return estimates;
}

}  // namespace entente

#include "analysis/calibrate/refinement.h"

#include <algorithm>
#include <cmath>
#include <nlopt.hpp>

namespace entente {
namespace {

/// The unit cube ends short of its faces, where a normal prior's coordinates are infinite.
constexpr double face = 1e-6;

/// A search under way: what it asks for and the best that it has seen.
class Search {
 public:
  Search(const std::vector<Prior>& priors, const Objective& objective)
      : priors_(priors), objective_(objective) {}

  std::vector<double> at(const std::vector<double>& shares) const {
    std::vector<double> coordinates;
    for (std::size_t k = 0; k < shares.size(); ++k)
      coordinates.push_back(priors_[k].quantile(shares[k]));
    return coordinates;
  }

  void begin(const std::vector<double>& coordinates, std::vector<double> shares) {
    best_ = coordinates;
    best_shares_ = std::move(shares);
    least_ = greatest_ = objective_(coordinates);
    evaluations_ = 1;
  }

  /// What the optimiser is told: where there is no distance, more than any seen so far.
  double operator()(const std::vector<double>& shares) {
    const std::vector<double> coordinates = at(shares);
    const double distance = objective_(coordinates);
    ++evaluations_;
    if (distance < least_) {
      least_ = distance;
      best_ = coordinates;
      best_shares_ = shares;
    }
    if (!std::isfinite(distance)) return std::isfinite(greatest_) ? 2.0 * greatest_ + 1.0 : 1.0;
    greatest_ = std::isfinite(greatest_) ? std::max(greatest_, distance) : distance;
    return distance;
  }

  static double ask(const std::vector<double>& shares, std::vector<double>&, void* self) {
    return (*static_cast<Search*>(self))(shares);
  }

  double least() const { return least_; }
  const std::vector<double>& best() const { return best_; }
  const std::vector<double>& best_shares() const { return best_shares_; }
  std::int64_t evaluations() const { return evaluations_; }

 private:
  const std::vector<Prior>& priors_;
  const Objective& objective_;
  std::vector<double> best_, best_shares_;
  double least_ = 0.0, greatest_ = 0.0;
  std::int64_t evaluations_ = 0;
};

void optimize(Search& search, std::vector<double> shares, std::int64_t budget) {
  const auto dimensions = static_cast<unsigned>(shares.size());
  nlopt::opt optimizer(dimensions > 1 ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX, dimensions);
  optimizer.set_lower_bounds(face);
  optimizer.set_upper_bounds(1.0 - face);
  optimizer.set_initial_step(0.1);
  optimizer.set_xtol_abs(1e-7);
  optimizer.set_maxeval(static_cast<int>(budget));
  optimizer.set_min_objective(&Search::ask, &search);
  double least = 0.0;
  try {
    optimizer.optimize(shares, least);
  } catch (const nlopt::roundoff_limited&) {
    return;  // as near as rounding lets it come: the search has kept the best
  }
}

}  // namespace

Refinement refine(const std::vector<Prior>& priors, const std::vector<double>& start,
                  const Objective& objective, std::int64_t most_evaluations) {
  std::vector<double> shares;
  for (std::size_t k = 0; k < priors.size(); ++k)
    shares.push_back(std::clamp(priors[k].cumulative(start[k]), face, 1.0 - face));
  Search search(priors, objective);
  search.begin(start, shares);
  Refinement result;
  result.start = start;
  result.start_distance = search.least();
  if (most_evaluations > 1) optimize(search, shares, most_evaluations - 1);
  result.end = search.best();
  result.end_distance = search.least();
  result.evaluations = search.evaluations();
  for (const double share : search.best_shares())
    result.at_bound.push_back(share <= 2.0 * face || share >= 1.0 - 2.0 * face);
  return result;
}

}  // namespace entente

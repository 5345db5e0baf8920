#include "analysis/metrics/signed_modularity.h"

#include <map>

#include "sim/core/error.h"

namespace entente {
namespace {

/// Σ_ij (w_ij − k_i k_j / 2w) δ(g_i, g_j) for strengths w ≥ 0.
double beyond_chance(const Matrix& strength, const std::vector<int>& groups) {
  const double all = strength.sum();
  if (all == 0.0) return 0.0;
  double within = 0.0;
  std::map<int, double> of_group;
  for (Index i = 0; i < strength.rows(); ++i) {
    const int group = groups[static_cast<std::size_t>(i)];
    of_group[group] += strength.row(i).sum();
    for (Index j = 0; j < strength.cols(); ++j)
      if (groups[static_cast<std::size_t>(j)] == group) within += strength(i, j);
  }
  for (const auto& [group, sum] : of_group) within -= sum * sum / all;
  return within;
}

}  // namespace

double signed_modularity(const Matrix& ties, const std::vector<int>& groups) {
  expects(static_cast<std::size_t>(ties.rows()) == groups.size() && ties == ties.transpose() &&
              ties.diagonal().isZero(0.0),
          "modularity is of symmetric ties with diagonal 0 and a group for each actor");
  const Matrix friendly = ties.cwiseMax(0.0), hostile = (-ties).cwiseMax(0.0);
  const double all = friendly.sum() + hostile.sum();
  return all > 0.0 ? (beyond_chance(friendly, groups) - beyond_chance(hostile, groups)) / all : 0.0;
}

}  // namespace entente

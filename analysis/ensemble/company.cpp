#include "analysis/ensemble/company.h"

#include <algorithm>

#include "analysis/metrics/camps.h"

namespace entente {

void Company::add(const std::vector<int>& camps) {
  ++runs_;
  for (Index i = 0; i < together_.rows(); ++i)
    for (Index j = 0; j < together_.cols(); ++j)
      if (camps[static_cast<std::size_t>(i)] == camps[static_cast<std::size_t>(j)])
        ++together_(i, j);
}

double Company::together(Index i, Index j) const {
  return runs_ == 0 ? 0.0 : static_cast<double>(together_(i, j)) / static_cast<double>(runs_);
}

Camps Company::camps() const {
  Camps result;
  if (runs_ == 0) return result;
  const Index actors = together_.rows();
  const Matrix shares = together_.cast<double>() / static_cast<double>(runs_);
  const std::vector<int> side = entente::camps((2.0 * shares.array() - 1.0).matrix());
  for (Index i = 0; i < actors; ++i) {
    auto& camp = side[static_cast<std::size_t>(i)] == side[0] ? result.one : result.other;
    camp.push_back({i, loyalty(i, side)});
  }
  return result;
}

double Company::loyalty(Index actor, const std::vector<int>& side) const {
  double sum = 0.0;
  int fellows = 0;
  for (Index j = 0; j < together_.rows(); ++j) {
    if (j == actor || side[static_cast<std::size_t>(j)] != side[static_cast<std::size_t>(actor)])
      continue;
    sum += together(actor, j);
    ++fellows;
  }
  return fellows > 0 ? sum / fellows : 1.0;
}

}  // namespace entente

#include "analysis/sensitivity/blocks.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/error.h"

namespace entente {
namespace {

bool counts(const Matrix& answers, Index first, Index points, Index replicate) {
  for (Index p = first; p < first + points; ++p)
    if (!std::isfinite(answers(p, replicate))) return false;
  return true;
}

std::uint64_t finite(const Matrix& answers) {
  return static_cast<std::uint64_t>(
      answers.unaryExpr([](double y) -> double { return std::isfinite(y) ? 1.0 : 0.0; }).sum());
}

}  // namespace

Blocks::Blocks(const Matrix& answers, Index block_points) {
  expects(block_points > 0 && answers.rows() % block_points == 0, "answers of whole blocks");
  const auto needed = static_cast<std::size_t>(std::min<Index>(2, answers.cols()));
  std::uint64_t used_runs = 0;
  for (Index first = 0; first < answers.rows(); first += block_points) {
    Block block{first, {}};
    for (Index r = 0; r < answers.cols(); ++r)
      if (counts(answers, first, block_points, r)) block.replicates.push_back(r);
    if (block.replicates.empty() || block.replicates.size() < needed) {
      ++coverage.left_out;
      continue;
    }
    used_runs += block.replicates.size() * static_cast<std::uint64_t>(block_points);
    used.push_back(std::move(block));
  }
  coverage.used = used.size();
  const std::uint64_t present = finite(answers);
  coverage.missing_runs = static_cast<std::uint64_t>(answers.size()) - present;
  coverage.unused_runs = present - used_runs;
}

double covariance(const Vector& a, const Vector& b) {
  if (a.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  return ((a.array() - a.mean()) * (b.array() - b.mean())).sum() /
         static_cast<double>(a.size() - 1);
}

double product_of_expectations(const Vector& a, const Vector& b) {
  const double product = a.mean() * b.mean();
  return a.size() < 2 ? product : product - covariance(a, b) / static_cast<double>(a.size());
}

}  // namespace entente

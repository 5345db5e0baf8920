#include "analysis/metrics/cycle_program.h"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace entente {
namespace {

constexpr int without_perturbation = 100;
constexpr int no_solution = 1;  ///< a status of ClpSimplex

}  // namespace

CycleProgram::CycleProgram(const SignedGraph& graph)
    : simplex_(std::make_unique<ClpSimplex>()), shares_(graph.ties().size(), 0.0) {
  for (const SignedTie& tie : graph.ties()) cost_.push_back(tie.strength);
  simplex_->setLogLevel(0);
  simplex_->setPerturbation(without_perturbation);
  const std::vector<double> none(cost_.size(), 0.0), all(cost_.size(), 1.0);
  const std::vector<CoinBigIndex> starts(cost_.size() + 1, 0);
  simplex_->addColumns(static_cast<int>(cost_.size()), none.data(), all.data(), cost_.data(),
                       starts.data(), nullptr, nullptr);
}

CycleProgram::~CycleProgram() = default;

void CycleProgram::add(const std::vector<CycleInequality>& rows) {
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> columns;
  std::vector<double> entries, least;
  for (const CycleInequality& row : rows) {
    columns.insert(columns.end(), row.ties.begin(), row.ties.end());
    entries.insert(entries.end(), row.coefficients.begin(), row.coefficients.end());
    starts.push_back(static_cast<CoinBigIndex>(columns.size()));
    least.push_back(row.least);
  }
  const std::vector<double> most(rows.size(), COIN_DBL_MAX);
  simplex_->addRows(static_cast<int>(rows.size()), least.data(), most.data(), starts.data(),
                    columns.data(), entries.data());
  rows_.insert(rows_.end(), rows.begin(), rows.end());
}

void CycleProgram::drop_slack() {
  std::vector<int> slack;
  std::vector<CycleInequality> binding;
  for (std::size_t r = 0; r < rows_.size(); ++r)
    if (simplex_->getRowStatus(static_cast<int>(r)) == ClpSimplex::basic)
      slack.push_back(static_cast<int>(r));
    else
      binding.push_back(std::move(rows_[r]));
  if (!slack.empty()) simplex_->deleteRows(static_cast<int>(slack.size()), slack.data());
  rows_ = std::move(binding);
}

void CycleProgram::fix(const std::vector<std::pair<int, bool>>& fixed) {
  double* const lower = simplex_->columnLower();
  double* const upper = simplex_->columnUpper();
  std::fill_n(lower, cost_.size(), 0.0);
  std::fill_n(upper, cost_.size(), 1.0);
  for (const auto& [tie, frustrated] : fixed) lower[tie] = upper[tie] = frustrated ? 1.0 : 0.0;
}

double CycleProgram::solve() {
  if (rows_.empty()) {  // which Clp does not take
    shares_.assign(simplex_->columnLower(), simplex_->columnLower() + cost_.size());
    return std::inner_product(cost_.begin(), cost_.end(), shares_.begin(), 0.0);
  }
  simplex_->dual();
  effort_ += static_cast<std::int64_t>(rows_.size()) * (1 + simplex_->numberIterations());
  if (simplex_->status() == no_solution) return std::numeric_limits<double>::infinity();
  for (std::size_t e = 0; e < shares_.size(); ++e)
    shares_[e] = std::clamp(simplex_->primalColumnSolution()[e], 0.0, 1.0);
  return dual_bound();
}

double CycleProgram::dual_bound() const {
  std::vector<double> left = cost_;
  double bound = 0.0;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const double price = std::max(simplex_->dualRowSolution()[r], 0.0);
    if (price == 0.0) continue;
    bound += price * rows_[r].least;
    for (std::size_t k = 0; k < rows_[r].ties.size(); ++k)
      left[static_cast<std::size_t>(rows_[r].ties[k])] -= price * rows_[r].coefficients[k];
  }
  for (std::size_t e = 0; e < left.size(); ++e)
    bound += left[e] * (left[e] > 0.0 ? simplex_->columnLower()[e] : simplex_->columnUpper()[e]);
  return bound;
}

}  // namespace entente

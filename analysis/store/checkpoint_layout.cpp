#include "analysis/store/checkpoint_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/core/error.h"

namespace entente {
namespace {

/// Calls `f(path, value)` on every parameter that is a number.
template <class D, class F>
void for_each_number(D& dynamics, F f) {
  for_each_parameter(dynamics, [&](const std::string& path, auto& value, const auto&) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, double> || std::is_same_v<Value, int>) f(path, value);
  });
}

Vector numbers_of(const Dynamics& dynamics) {
  std::vector<double> numbers;
  for_each_number(dynamics, [&](const std::string&, auto value) { numbers.push_back(value); });
  return Eigen::Map<const Vector>(numbers.data(), static_cast<Index>(numbers.size()));
}

Table table_of(const std::vector<CommitmentState>& commitments,
               const std::vector<CommitmentEnd>& ended) {
  Table table = Table::Zero(static_cast<Index>(commitments.size()),
                            static_cast<Index>(commitment_fields.size()));
  for (Index k = 0; k < table.rows(); ++k) {
    const CommitmentState& state = commitments[static_cast<std::size_t>(k)];
    table.row(k) << state.credibility, static_cast<double>(state.outcome), state.held ? 1.0 : 0.0,
        state.direction, -1.0, 0.0;
  }
  for (const CommitmentEnd& end : ended) {
    table(end.commitment, 4) = static_cast<double>(end.tick);
    table(end.commitment, 5) = end.credibility;
  }
  return table;
}

void check(bool fine, std::string_view layer) {
  if (!fine) throw InputError(fmt::format("{}: holds what no run can hold", layer));
}

void check_levels(const SimulationState::Notches& levels, int top, std::string_view layer) {
  const bool fine = levels.size() == 0 || (levels.minCoeff() >= 0 && levels.maxCoeff() <= top &&
                                           (levels.diagonal().array() == 0).all());
  check(fine, layer);
}

}  // namespace

std::vector<std::string> numeric_parameters(const Dynamics& dynamics) {
  std::vector<std::string> paths;
  for_each_number(dynamics, [&](const std::string& path, auto) { paths.push_back(path); });
  return paths;
}

StoredRun::StoredRun(SimulationState at, const std::vector<CommitmentEnd>& ended)
    : state(std::move(at)),
      commitments(table_of(state.commitments, ended)),
      parameters(numbers_of(state.dynamics)) {}

void StoredRun::unpack(BurntRun& run) const {
  run.state = state;
  run.commitments.clear();
  check_levels(state.sanctions, state.dynamics.choice.sanctions.rules.levels, "sanctions");
  check_levels(state.support, state.dynamics.choice.support.rules.levels, "support");
  for (Index k = 0; k < commitments.rows(); ++k) {
    const double outcome = commitments(k, 1);
    check(outcome == 0.0 || outcome == 1.0 || outcome == 2.0 || outcome == 3.0, "commitment_state");
    run.state.commitments[static_cast<std::size_t>(k)] = {
        commitments(k, 0), static_cast<Outcome>(outcome), commitments(k, 2) != 0.0,
        commitments(k, 3)};
    if (commitments(k, 4) >= 0.0)
      run.commitments.push_back({static_cast<std::int64_t>(commitments(k, 4)), k,
                                 static_cast<Outcome>(outcome), commitments(k, 5)});
  }
  std::stable_sort(run.commitments.begin(), run.commitments.end(),
                   [](const auto& a, const auto& b) { return a.tick < b.tick; });
  Index p = 0;
  for_each_number(run.state.dynamics, [&](const std::string&, auto& value) {
    value = static_cast<std::remove_cvref_t<decltype(value)>>(parameters(p++));
  });
}

}  // namespace entente

#include "analysis/ensemble/outcomes.h"

#include <algorithm>
#include <set>

namespace entente {

void Outcomes::add(std::span<const CommitmentEnd> ends) {
  for (const CommitmentEnd& end : ends)
    ++runs_[static_cast<std::size_t>(end.commitment)][static_cast<std::size_t>(end.outcome)];
}

void Vetoes::add(std::span<const StoppedProposal> stopped) {
  std::set<Key> seen;
  for (const StoppedProposal& proposal : stopped) {
    const Key key{proposal.bloc, proposal.target, proposal.to > proposal.from};
    Veto& veto = vetoes_[key];
    std::tie(veto.bloc, veto.target, veto.raise) = key;
    ++veto.times;
    if (seen.insert(key).second) ++veto.runs;
    for (const Index i : proposal.blockers) ++veto.blockers[i];
  }
}

std::vector<Veto> Vetoes::ranked() const {
  std::vector<Veto> all;
  for (const auto& [key, veto] : vetoes_) all.push_back(veto);
  std::stable_sort(all.begin(), all.end(),
                   [](const Veto& a, const Veto& b) { return a.runs > b.runs; });
  return all;
}

}  // namespace entente

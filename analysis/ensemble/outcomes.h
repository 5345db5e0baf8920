#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "sim/engine/simulation.h"

namespace entente {

/// In how many runs each commitment ended how.
class Outcomes {
 public:
  using Runs = std::array<std::uint64_t, names_of(Outcome{}).size()>;  ///< by outcome

  explicit Outcomes(std::size_t commitments) : runs_(commitments, Runs{}) {}

  /// Adds the ends of one run.
  void add(std::span<const CommitmentEnd> ends);

  std::size_t commitments() const { return runs_.size(); }
  std::uint64_t runs(std::size_t commitment, Outcome outcome) const {
    return runs_[commitment][static_cast<std::size_t>(outcome)];
  }

 private:
  std::vector<Runs> runs_;
};

/// A change of sanctions on a target that a bloc's rule stopped, over the runs of one variant.
struct Veto {
  Index bloc = 0;
  Index target = 0;
  bool raise = false;
  std::uint64_t runs = 0;                   ///< in which it was stopped at least once
  std::uint64_t times = 0;                  ///< over all runs
  std::map<Index, std::uint64_t> blockers;  ///< how often each was among those who stopped it
};

/// Counts what blocs proposed in vain, and who stopped it, run by run.
class Vetoes {
 public:
  /// Adds the stopped proposals of one run.
  void add(std::span<const StoppedProposal> stopped);

  /// What was stopped in most runs first; equals by bloc, target and direction.
  std::vector<Veto> ranked() const;

 private:
  using Key = std::tuple<Index, Index, bool>;
  std::map<Key, Veto> vetoes_;
};

}  // namespace entente

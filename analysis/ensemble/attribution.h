#pragma once

#include <cstdint>
#include <vector>

#include "analysis/ensemble/conduct.h"

namespace entente {

/// Where runs lie on average, and what 5 % and 95 % of them stay below.
struct Share {
  double mean = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// What moved the ensemble's first explained dyad in its first variant, gathered as replicates come
/// in: each part of the ledger over the runs. Failed runs do not count.
///
/// Kept at a few moments only, and of the first runs (at most 4096), so that memory stays within
/// bounds; means and ranges are those of the runs kept.
class Attribution final : public Sink {
 public:
  /// `most_moments`: how many moments to keep at most, the start and the end among them; ≥ 2.
  explicit Attribution(const Ensemble& ensemble, std::int64_t most_moments = 24);

  void take(std::span<const RunRecord> replicate) override;

  /// The ticks that are kept, evenly spaced from 0 to the last.
  const std::vector<std::int64_t>& ticks() const { return ticks_; }
  /// How many runs are kept.
  std::size_t kept() const { return replicates_.size(); }

  /// What a part of the chart has added to the affinity by a moment: a position in `ticks()`.
  Share part(std::size_t part, std::size_t moment) const;
  /// What all events together have added by then.
  Share events(std::size_t moment) const;
  /// The affinity at a moment, and the alignment that it gives.
  Share affinity(std::size_t moment) const;
  Share alignment(std::size_t moment) const;
  /// By how much affinity has changed since the start; the parts sum to it, run by run.
  Share change(std::size_t moment) const;
  /// The replicate whose affinity ends nearest to the median of the runs; the first of equals.
  std::uint64_t typical_replicate() const;

 private:
  template <class Of>
  Share share(Of of) const;
  double contribution(std::size_t run, std::size_t moment, std::size_t part) const;
  double affinity_of(std::size_t run, std::size_t moment) const;

  const Ensemble& ensemble_;
  std::size_t parts_;
  std::vector<std::int64_t> ticks_;
  std::vector<std::uint64_t> replicates_;  ///< of each run that is kept
  std::vector<double> affinity_;           ///< runs × moments
  std::vector<double> contributions_;      ///< runs × moments × parts
};

}  // namespace entente
